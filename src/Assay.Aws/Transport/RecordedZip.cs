using System.IO.Compression;

namespace Assay.Aws.Transport;

/// <summary>A zipped recording. A zip can be read by one at a time, and a scan reads from many tasks.</summary>
internal sealed class RecordedZip(Stream zip) : IRecordedFiles
{
    private readonly Lock gate = new();
    private readonly ZipArchive archive = new(zip, ZipArchiveMode.Read);

    public byte[]? Read(string path)
    {
        lock (gate)
        {
            if (archive.GetEntry(path) is not { } entry)
            {
                return null;
            }

            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }
    }

    public void Dispose() => archive.Dispose();
}
