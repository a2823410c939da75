using Assay.Calls;

namespace Assay.Cli.Ingesting;

/// <summary>
/// Bodies of records that lie on this machine are looked for here, those of others where AWS keeps them.
/// </summary>
internal sealed class SourceBodies(IObjectStore local, IObjectStore remote) : IObjectStore
{
    public Stream? TryOpen(string uri, CallFile record) =>
        (RemotePath.Is(record.Place) ? remote : local).TryOpen(uri, record);
}
