using Assay.Calls;
using Assay.Sources;

namespace Assay.Cli.Ingesting;

/// <param name="Ledger">The ledger's file.</param>
/// <param name="Files">What to read, in order; taken one by one, so that they may be found meanwhile.</param>
/// <param name="Bodies">Where bodies lie that were too large for their records.</param>
/// <param name="Parsers">Files that are read at once.</param>
/// <param name="CommitFrom">Calls of ended files from which on they are committed.</param>
internal sealed record IngestRequest(
    string Ledger, IEnumerable<CallFile> Files, IObjectStore? Bodies, int Parsers, bool KeepSessions, bool IsStrict,
    int CommitFrom = 50_000)
{
    /// <summary>
    /// Files that lie elsewhere, after the others; it is told which places, versions and lengths need not be opened.
    /// </summary>
    public Func<Func<string, string, long, bool>, IEnumerable<CallFile>>? Remote { get; init; }

    /// <summary>What every record is taken for; null looks at each.</summary>
    public CallFormat? Format { get; init; }
}
