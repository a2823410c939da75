namespace Assay.Cli.Comparing;

/// <summary>What became of a finding from one report to the next.</summary>
internal enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    New,
    Worse,

    /// <summary>It is gone, but what it looks at was not read: nobody knows whether it was mended.</summary>
    Unseen,
    Same,
    Better,
    Fixed,
}

/// <param name="Before">Null where the first report does not have it.</param>
/// <param name="After">Null where the second one does not.</param>
internal sealed record FindingChange(ChangeKind Kind, ReportedFinding? Before, ReportedFinding? After)
{
    public ReportedFinding Finding => After ?? Before!;

    /// <summary>Dollars a month more that could be saved; negative where less.</summary>
    public decimal ChangeUsd => (After?.Usd ?? 0) - (Before?.Usd ?? 0);

    public bool IsRegression => Kind is ChangeKind.New or ChangeKind.Worse;
}
