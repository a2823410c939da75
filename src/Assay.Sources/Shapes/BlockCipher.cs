using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using X86Aes = System.Runtime.Intrinsics.X86.Aes;

namespace Assay.Sources.Shapes;

/// <summary>
/// AES-128 of single blocks. Where the processor has it, it is asked itself: the way to the system's library and back
/// costs twenty times what it does there.
/// </summary>
internal sealed class BlockCipher : IDisposable
{
    private const int Rounds = 10;

    private readonly Vector128<byte>[] keys = new Vector128<byte>[Rounds + 1];
    private readonly Aes aes = Aes.Create();
    private readonly ICryptoTransform library;
    private readonly byte[] plain = new byte[16];
    private readonly byte[] secret = new byte[16];

    /// <param name="isPlain">Asks the system's library whatever the processor has.</param>
    public BlockCipher(byte[] key, bool isPlain = false)
    {
        aes.Key = key;
#pragma warning disable CA5358 // One block at a time of what is already a hash: there is nothing to chain.
        aes.Mode = CipherMode.ECB;
#pragma warning restore CA5358
        aes.Padding = PaddingMode.None;
        library = aes.CreateEncryptor();
        IsInProcessor = X86Aes.IsSupported && !isPlain;
        if (IsInProcessor)
        {
            Expand(Vector128.Create(key));
        }
    }

    public bool IsInProcessor { get; }

    public Vector128<byte> Encrypt(Vector128<byte> block)
    {
        if (!IsInProcessor)
        {
            block.CopyTo(plain);
            library.TransformBlock(plain, 0, plain.Length, secret, 0);
            return Vector128.Create(secret);
        }

        block ^= keys[0];
        for (var round = 1; round < Rounds; round++)
        {
            block = X86Aes.Encrypt(block, keys[round]);
        }

        return X86Aes.EncryptLast(block, keys[Rounds]);
    }

    public void Dispose()
    {
        library.Dispose();
        aes.Dispose();
    }

    /// <summary>The key of each round (FIPS 197, 5.2); its constants must stand in the instructions.</summary>
    private void Expand(Vector128<byte> key)
    {
        keys[0] = key;
        keys[1] = Next(keys[0], X86Aes.KeygenAssist(keys[0], 0x01));
        keys[2] = Next(keys[1], X86Aes.KeygenAssist(keys[1], 0x02));
        keys[3] = Next(keys[2], X86Aes.KeygenAssist(keys[2], 0x04));
        keys[4] = Next(keys[3], X86Aes.KeygenAssist(keys[3], 0x08));
        keys[5] = Next(keys[4], X86Aes.KeygenAssist(keys[4], 0x10));
        keys[6] = Next(keys[5], X86Aes.KeygenAssist(keys[5], 0x20));
        keys[7] = Next(keys[6], X86Aes.KeygenAssist(keys[6], 0x40));
        keys[8] = Next(keys[7], X86Aes.KeygenAssist(keys[7], 0x80));
        keys[9] = Next(keys[8], X86Aes.KeygenAssist(keys[8], 0x1b));
        keys[10] = Next(keys[9], X86Aes.KeygenAssist(keys[9], 0x36));
    }

    /// <summary>Each word takes in all words before it, and what became of the last.</summary>
    private static Vector128<byte> Next(Vector128<byte> key, Vector128<byte> assist)
    {
        var words = key.AsUInt32();
        words ^= Vector128.Shuffle(words, Vector128.Create(4u, 0, 1, 2));
        words ^= Vector128.Shuffle(words, Vector128.Create(4u, 4, 0, 1));
        return (words ^ Vector128.Create(assist.AsUInt32()[3])).AsByte();
    }
}
