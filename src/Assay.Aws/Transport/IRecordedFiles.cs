namespace Assay.Aws.Transport;

/// <summary>The files of a recording, wherever they are.</summary>
internal interface IRecordedFiles : IDisposable
{
    /// <returns>Null where there is no such file.</returns>
    byte[]? Read(string path);
}
