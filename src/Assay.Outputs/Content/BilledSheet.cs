using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>The bill beside the estimate.</summary>
internal static class BilledSheet
{
    private static readonly Column[] Columns =
    [
        new("model", ColumnKind.Id), new("of", ColumnKind.Aside), new("billed"), new("estimated"), new("difference"),
        new("because", ColumnKind.Words),
    ];

    public static Sheet Of(Report report, Billed billed)
    {
        var sayAccount = report.Coverage.Accounts.Count > 1;
        var money = Money.Alike(billed.Rows.SelectMany(row => new[] { row.BilledUsd, row.EstimatedUsd }).OfType<Usd>());
        var grows = billed.GrowsFrom < billed.To ? $"; from {When.Day(billed.GrowsFrom)} on it may still grow" : "";
        return new(
            "Billed and estimated",
            $"whole days from {When.Day(billed.From)} to {When.Day(billed.To)}; the bill holds discounts{grows}",
            Columns,
            [.. billed.Rows.Select(row => Row(row, sayAccount, money))])
        {
            Total =
            [
                new("all", Tone.Strong), "", new(Sum(billed, row => row.BilledUsd, money), Tone.Strong),
                new(Sum(billed, row => row.EstimatedUsd, money), Tone.Strong), "", "",
            ],
            More = "--format csv --csv-table billed has them",
        };
    }

    private static List<Span> Row(BilledRow row, bool sayAccount, Func<Usd, string> money) =>
    [
        new(row.Name, Tone.Strong),
        new(sayAccount ? $"{row.What} · {row.Account}" : row.What, Tone.Dim),
        row.BilledUsd is { } billed ? money(billed) : Count.Unknown,
        row.EstimatedUsd is { } estimated ? money(estimated) : Count.Unknown,
        row.DifferenceUsd is { } more ? money(more) : Count.Unknown,
        row.Why ?? "",
    ];

    private static string Sum(Billed billed, Func<BilledRow, Usd?> of, Func<Usd, string> money) =>
        billed.Rows.Select(of).OfType<Usd>().ToList() is { Count: > 0 } known
            ? money(known.Aggregate(Usd.Zero, (sum, usd) => sum + usd))
            : Count.Unknown;
}
