using Assay.Units;

namespace Assay.Aws;

/// <summary>What a scan did, apart from the facts it found.</summary>
/// <param name="Accounts">Accounts that were read, by id.</param>
/// <param name="Regions">Regions that were read in any of them, by name.</param>
/// <param name="Calls">Calls by operation. A replay counts what the recorded scan asked.</param>
public sealed record ScanReceipt(
    IReadOnlyList<ScannedAccount> Accounts, IReadOnlyList<string> Regions, IReadOnlyList<OperationCount> Calls,
    TimeSpan Elapsed)
{
    public long ApiCalls => Calls.Sum(count => count.Calls);

    public Usd ApiCost => Calls.Aggregate(Usd.Zero, (sum, count) => sum + count.Cost);
}
