using System.Runtime.Intrinsics;
using Assay.Sources.Shapes;

namespace Assay.Tests.Sources;

/// <summary>The processor's AES is the library's, and both are the standard's.</summary>
public sealed class BlockCipherTests
{
    /// <summary>FIPS 197, appendix C.1.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_example_of_the_standard_comes_out(bool isPlain)
    {
        using var cipher = new BlockCipher(Convert.FromHexString("000102030405060708090a0b0c0d0e0f"), isPlain);
        var block = Vector128.Create(Convert.FromHexString("00112233445566778899aabbccddeeff"));
        var secret = new byte[16];
        cipher.Encrypt(block).CopyTo(secret);
        Assert.Equal("69c4e0d86a7b0430d8cdb78070b4c55a", Convert.ToHexStringLower(secret));
    }

    [Fact]
    public void Processor_and_library_agree_on_any_key_and_block()
    {
        var random = new Random(7);
        var (key, bytes) = (new byte[16], new byte[16]);
        for (var i = 0; i < 500; i++)
        {
            random.NextBytes(key);
            random.NextBytes(bytes);
            using var own = new BlockCipher(key);
            using var library = new BlockCipher(key, isPlain: true);
            Assert.False(library.IsInProcessor);
            Assert.Equal(library.Encrypt(Vector128.Create(bytes)), own.Encrypt(Vector128.Create(bytes)));
        }
    }
}
