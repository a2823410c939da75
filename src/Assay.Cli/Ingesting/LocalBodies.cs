using Assay.Calls;

namespace Assay.Cli.Ingesting;

/// <summary>Bodies that were copied together with the records: in <c>data/</c> beside them, as in the bucket.</summary>
internal sealed class LocalBodies : IObjectStore
{
    public Stream? TryOpen(string uri, CallFile record)
    {
        var name = Path.GetFileName(uri);
        var folder = Path.GetDirectoryName(record.Place);
        if (folder is null || name.Length == 0)
        {
            return null;
        }

        var path = Path.Combine(folder, "data", name);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }
}
