using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Ledgers;

/// <summary>Versions of objects that a ledger has read completely: sixteen bytes each, whatever their names.</summary>
public sealed class KnownObjects
{
    private readonly HashSet<UInt128> keys = [];

    internal void Add(string place, string etag, long bytes) => keys.Add(Key(place, etag, bytes));

    /// <summary>Whether this version need not be read. Safe from any thread while nothing is added.</summary>
    public bool Holds(string place, string etag, long bytes) => keys.Contains(Key(place, etag, bytes));

    private static UInt128 Key(string place, string etag, long bytes) => BinaryPrimitives.ReadUInt128LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{place}\n{etag}\n{bytes}"))));
}
