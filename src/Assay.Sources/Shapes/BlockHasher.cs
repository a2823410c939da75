using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.Intrinsics;

namespace Assay.Sources.Shapes;

/// <summary>
/// Hashes contents of blocks. A fast hash of 128 bits makes one AES block of the content, and AES under the secret key
/// makes it unguessable: without the key nobody can test a guess, and equal contents stay equal.
/// </summary>
internal sealed class BlockHasher(HashKey key) : IDisposable
{
    private readonly BlockCipher cipher = new(key.Cipher);
    private readonly long seed = key.Seed;
    private readonly ArrayBufferWriter<byte> masked = new(1 << 12);

    public BlockHash Of(ReadOnlySpan<byte> content)
    {
        var hash = Secret(content);
        return new(hash, TemplateMask.TryMask(content, masked) ? Secret(masked.WrittenSpan) : hash);
    }

    /// <summary>The hash of two that were made with the key.</summary>
    public long Chained(long first, long second, byte third = 0)
    {
        Span<byte> both = stackalloc byte[17];
        BinaryPrimitives.WriteInt64LittleEndian(both, first);
        BinaryPrimitives.WriteInt64LittleEndian(both[8..], second);
        both[16] = third;
        return unchecked((long)XxHash3.HashToUInt64(both, seed));
    }

    public void Dispose() => cipher.Dispose();

    private long Secret(ReadOnlySpan<byte> content)
    {
        var fast = XxHash128.HashToUInt128(content, seed);
        return cipher.Encrypt(Vector128.Create((ulong)fast, (ulong)(fast >> 64)).AsByte()).AsInt64()[0];
    }
}
