namespace Assay.Tests.Support;

/// <summary>A folder of its own for a test, gone after it.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("assay-checks-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
