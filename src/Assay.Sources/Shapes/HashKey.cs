using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Assay.Sources.Shapes;

/// <summary>
/// The secret that every hash of a prompt is made with. It lies outside the ledger, so that who has only the ledger
/// can't find out by trying whether a certain text was sent.
/// </summary>
public sealed class HashKey
{
    /// <summary>Bytes of a key: 16 for the cipher and 8 for the seed, rounded up.</summary>
    public const int Length = 32;

    private readonly byte[] key;

    /// <exception cref="ArgumentException">The key has another length.</exception>
    public HashKey(ReadOnlySpan<byte> bytes) => key = bytes.Length == Length
        ? bytes.ToArray()
        : throw new ArgumentException($"a key has {Length} bytes", nameof(bytes));

    /// <summary>Tells keys apart and tells nothing of the key: the start of a keyed hash of a fixed text.</summary>
    public string Check => Convert.ToHexStringLower(HMACSHA256.HashData(key, "assay hash key"u8)[..8]);

    internal byte[] Cipher => key[..16];

    internal long Seed => BinaryPrimitives.ReadInt64LittleEndian(key.AsSpan(16));
}
