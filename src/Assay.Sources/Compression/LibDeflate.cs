using System.Runtime.InteropServices;

namespace Assay.Sources.Compression;

/// <summary>
/// The library libdeflate, where the machine has it: whole buffers, about twice as fast as a stream of zlib-ng. Its
/// interface is stable since version 1.0 (libdeflate.h).
/// </summary>
internal sealed class LibDeflate : IDisposable
{
    private static readonly string[] Names =
        ["libdeflate.so.0", "libdeflate.so", "libdeflate.0.dylib", "libdeflate.dylib", "libdeflate.dll"];

    private static readonly nint Library = Load();

    private nint decompressor;

    private LibDeflate(nint decompressor) => this.decompressor = decompressor;

    /// <summary>
    /// The library is bound here, by the one thread that runs this. Two threads that first call it at once would both
    /// resolve it, and native code closes the handle of the slower one, which is everybody's.
    /// </summary>
    static LibDeflate()
    {
        NativeLibrary.SetDllImportResolver(
            typeof(LibDeflate).Assembly, (name, _, _) => name == "deflate" ? Library : 0);
        if (Library != 0)
        {
            libdeflate_free_decompressor(libdeflate_alloc_decompressor());
        }
    }

    /// <returns>Null where the machine has no libdeflate.</returns>
    public static LibDeflate? TryLoad() =>
        Library != 0 && libdeflate_alloc_decompressor() is not 0 and var made ? new LibDeflate(made) : null;

    /// <summary>Inflates one gzip member and checks its sum.</summary>
    public DeflateOutcome Inflate(ReadOnlySpan<byte> from, Span<byte> into, out int used, out int made)
    {
        var outcome = (DeflateOutcome)libdeflate_gzip_decompress_ex(
            decompressor,
            in MemoryMarshal.GetReference(from), (nuint)from.Length,
            ref MemoryMarshal.GetReference(into), (nuint)into.Length,
            out var read, out var written);
        (used, made) = outcome == DeflateOutcome.Done ? ((int)read, (int)written) : (0, 0);
        return outcome;
    }

    public void Dispose()
    {
        if (decompressor != 0)
        {
            libdeflate_free_decompressor(decompressor);
            decompressor = 0;
        }
    }

    private static nint Load()
    {
        foreach (var name in Names)
        {
            if (NativeLibrary.TryLoad(name, out var library))
            {
                return library;
            }
        }

        return 0;
    }

#pragma warning disable SYSLIB1054 // Blittable arguments only: nothing to generate, and no unsafe code to allow.
    [DllImport("deflate")]
    private static extern nint libdeflate_alloc_decompressor();

    [DllImport("deflate")]
    private static extern void libdeflate_free_decompressor(nint decompressor);

    [DllImport("deflate")]
    private static extern int libdeflate_gzip_decompress_ex(
        nint decompressor, in byte from, nuint fromLength, ref byte into, nuint intoLength, out nuint used,
        out nuint made);
#pragma warning restore SYSLIB1054
}
