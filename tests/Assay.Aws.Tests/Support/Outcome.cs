using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Tests.Support;

/// <summary>All that a scan told, in a stable order, with the questions tests ask of it.</summary>
internal sealed record Outcome(ScanReceipt Receipt, IReadOnlyList<Fact> Facts)
{
    public IEnumerable<Fact.Series> Series => Facts.OfType<Fact.Series>();

    public IEnumerable<Diagnostic> Diagnostics => Facts.OfType<Fact.Noted>().Select(noted => noted.Diagnostic);

    public Coverage Coverage(string source) =>
        Facts.OfType<Fact.Read>().Select(read => read.Coverage).Single(coverage => coverage.Source == source);

    /// <summary>Sum over the points of a model's meters that begin in the window.</summary>
    public long Sum(Window window, string modelId, Func<UsageCounts, long?> count, Func<Meter, bool>? where = null) =>
        Series.Where(series => series.Meter.ModelId == modelId && (where is null || where(series.Meter)))
            .SelectMany(series => series.Points).Where(point => window.Contains(point.Start))
            .Sum(point => count(point.Counts) ?? 0);

    /// <summary>Every fact as text, sorted: equal for equal readings.</summary>
    public IReadOnlyList<string> Texts =>
        [.. Facts.Select(FactText.Of).Order(StringComparer.Ordinal)];
}
