using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace Assay.Sources.Shapes;

/// <summary>
/// Hashes contents of blocks. A fast hash of 128 bits makes one AES block of the content, and AES under the secret key
/// makes it unguessable: without the key nobody can test a guess, and equal contents stay equal.
/// </summary>
internal sealed class BlockHasher : IDisposable
{
    /// <summary>
    /// Contents whose hashes are remembered, each at the place that its own bits name: as many as stay near the core.
    /// </summary>
    private const int Remembered = 1 << 11;

    private readonly ICryptoTransform cipher;
    private readonly Aes aes = Aes.Create();
    private readonly long seed;
    private readonly byte[] plain = new byte[32];
    private readonly byte[] secret = new byte[32];
    private readonly ArrayBufferWriter<byte> masked = new(1 << 12);
    private readonly (UInt128 Content, BlockHash Hash)[] known = new (UInt128, BlockHash)[Remembered];

    public BlockHasher(HashKey key)
    {
        seed = key.Seed;
        aes.Key = key.Cipher;
#pragma warning disable CA5358 // One block at a time of what is already a hash: there is nothing to chain.
        aes.Mode = CipherMode.ECB;
#pragma warning restore CA5358
        aes.Padding = PaddingMode.None;
        cipher = aes.CreateEncryptor();
    }

    public BlockHash Of(ReadOnlySpan<byte> content)
    {
        var fast = XxHash128.HashToUInt128(content, seed);
        ref var place = ref known[(int)((uint)fast & (Remembered - 1))];
        if (place.Content == fast)
        {
            return place.Hash;
        }

        var template = TemplateMask.TryMask(content, masked)
            ? XxHash128.HashToUInt128(masked.WrittenSpan, seed)
            : fast;
        BinaryPrimitives.WriteUInt128LittleEndian(plain, fast);
        BinaryPrimitives.WriteUInt128LittleEndian(plain.AsSpan(16), template);
        cipher.TransformBlock(plain, 0, 32, secret, 0);
        place = (fast, new BlockHash(
            BinaryPrimitives.ReadInt64LittleEndian(secret), BinaryPrimitives.ReadInt64LittleEndian(secret.AsSpan(16))));
        return place.Hash;
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

    public void Dispose()
    {
        cipher.Dispose();
        aes.Dispose();
    }
}
