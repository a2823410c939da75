using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>
/// What the numbers stand on: what was read and left out, with which prices, and what the reading itself cost.
/// </summary>
internal static class Receipt
{
    public static IReadOnlyList<Fact> Facts(Report report)
    {
        var (coverage, provenance) = (report.Coverage, report.Provenance);
        return
        [
            new("read", [CoverageSheet.Complete(report)]),
            .. coverage.NotCovered.Count > 0
                ? [new Fact("left out", [string.Join("; ", coverage.NotCovered)])]
                : Array.Empty<Fact>(),
            new("prices",
                [$"checked {Exact.Date(provenance.PricesChecked)}, book {Short(provenance.PriceBookDigest)}"]),
            new("receipt", [$"{Count.Of(coverage.ApiCalls, "AWS call")}, {Money.Of(new Usd(coverage.ApiCostUsd))}"]),
        ];
    }

    private static string Short(string digest) => digest.Length > 12 ? digest[..12] : digest;
}
