using Assay.Findings;

namespace Assay.Cli.Comparing;

/// <summary>Two reports beside each other: what is new, fixed, better and worse, each with its dollars.</summary>
internal sealed class ReportDifference
{
    /// <summary>A change of less than a dollar a month, or of a twentieth, is the traffic's and nobody's.</summary>
    private const decimal LeastUsd = 1;

    private const decimal LeastShare = 0.05m;

    public ReportDifference(ReportFile before, ReportFile after)
    {
        (Before, After) = (before, after);
        Changes =
        [
            .. before.Findings.Keys.Union(after.Findings.Keys)
                .Select(id => Change(before.Findings.GetValueOrDefault(id), after.Findings.GetValueOrDefault(id)))
                .OrderBy(change => change.Kind)
                .ThenByDescending(change => Math.Abs(change.ChangeUsd))
                .ThenBy(change => change.Finding.Id, StringComparer.Ordinal),
        ];
    }

    public ReportFile Before { get; }

    public ReportFile After { get; }

    /// <summary>New and worse first, then the dearest.</summary>
    public IReadOnlyList<FindingChange> Changes { get; }

    /// <summary>Whether anything of weight is new or worse; a low finding without dollars fails nothing.</summary>
    public bool IsRegression => Changes.Any(
        change => change.IsRegression && (change.Finding.Severity > Severity.Low || change.ChangeUsd >= LeastUsd));

    public (int Count, decimal Usd) Total(ChangeKind kind)
    {
        var those = Changes.Where(change => change.Kind == kind).ToList();
        return (those.Count, those.Sum(change => change.ChangeUsd));
    }

    private FindingChange Change(ReportedFinding? before, ReportedFinding? after)
    {
        if (before is null)
        {
            return new(ChangeKind.New, null, after);
        }

        if (after is null)
        {
            return new(After.Unseen.Contains(before.Check) ? ChangeKind.Unseen : ChangeKind.Fixed, before, null);
        }

        var (was, now) = (before.Usd ?? 0, after.Usd ?? 0);
        var kind = Math.Abs(now - was) >= Math.Max(LeastUsd, LeastShare * Math.Max(was, now))
            ? now > was ? ChangeKind.Worse : ChangeKind.Better
            : after.Severity > before.Severity ? ChangeKind.Worse
            : after.Severity < before.Severity ? ChangeKind.Better
            : ChangeKind.Same;
        return new(kind, before, after);
    }
}
