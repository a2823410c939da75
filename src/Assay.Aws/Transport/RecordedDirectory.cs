namespace Assay.Aws.Transport;

/// <summary>A recording as it was written.</summary>
internal sealed class RecordedDirectory(string directory) : IRecordedFiles
{
    private readonly string root = Path.GetFullPath(directory);

    public byte[]? Read(string path)
    {
        var file = Path.Combine(root, path);
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }

    public void Dispose()
    {
        // Files are opened only while they are read.
    }
}
