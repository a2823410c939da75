using Assay.Findings;
using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>
/// The first screen: what it costs, whether it rises, on what, whose it is, what is missing, what to do.
/// </summary>
internal static class Summary
{
    private const int FirstThings = 3;

    public static IReadOnlyList<Fact> Facts(Report report) =>
    [
        new("costs", CostFacts.Costs(report)),
        new("trend", CostFacts.Trend(report)),
        .. CostFacts.Kinds(report) is { Count: > 0 } kinds ? [new Fact("goes to", kinds)] : Array.Empty<Fact>(),
        .. OwnerFacts.Owners(report) is { Count: > 0 } owners ? [new Fact("owned by", owners)] : Array.Empty<Fact>(),
        .. MissingFacts.Of(report),
    ];

    public static IReadOnlyList<Finding> First(Report report) => Ranking.First(report, FirstThings);

    /// <summary>What all findings together save that nothing holds back; they don't overlap.</summary>
    public static string Savings(Report report)
    {
        var (saving, monthly) = (report.Totals.Saving, report.Totals.MonthlyUsd);
        if (saving.Expected <= Usd.Zero)
        {
            return report.Findings.Count == 0 ? "nothing was found to save" : "no finding here has a price on it";
        }

        var share = monthly > Usd.Zero ? $", {Percent.Of(saving.Expected.Amount / monthly.Amount)} of the cost" : "";
        var range = Money.Around(saving) is { } around ? $" ({around})" : "";
        return $"can be saved now: {Money.Of(saving.Expected)} a month{range}{share}";
    }
}
