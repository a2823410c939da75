using System.IO.Compression;
using System.Text;

namespace Assay.Cli.Tests.Support;

/// <summary>A folder of a test's own that is gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("assay-cli-").FullName;

    public string Sub(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The text of every file below, packed files unpacked.</summary>
    public IEnumerable<string> Texts() =>
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Select(Text);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string Text(string file)
    {
        using var bytes = File.OpenRead(file);
        if (!file.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var plain = new StreamReader(bytes, Encoding.Latin1);
            return plain.ReadToEnd();
        }

        using var unpacked = new GZipStream(bytes, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        return reader.ReadToEnd();
    }
}
