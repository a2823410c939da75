using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>What ran, dearest first; what has no price comes last and says so.</summary>
internal static class ModelsSheet
{
    public static Sheet Of(Report report, bool verbose)
    {
        var rows = report.Models
            .OrderByDescending(row => row.CostUsd is not null)
            .ThenByDescending(row => row.CostUsd ?? Usd.Zero)
            .ToList();
        var money = new ModelsMoney(report);
        var where = Places(report, verbose);
        return new Sheet("Models", Note(rows), Columns(report), [.. rows.Select(row => Row(row, where(row), money))])
        {
            Total = rows.Count > 1 ? Total(report, money) : null,
            More = "--format csv has them",
        };
    }

    private static List<Column> Columns(Report report) =>
    [
        new("model", ColumnKind.Id), new("where", ColumnKind.Aside), new("calls"), new("sent"), new("output"),
        new("cached"), new(When.Length(report.Window)), new("a month"),
    ];

    private static string Note(IReadOnlyList<ModelRow> rows) =>
        "tokens; sent is the whole prompt, cached the part of it read from cache"
        + (rows.Any(row => row.CostStatus == CostStatus.PartlyPriced) ? "; + marks a cost that is known in part" : "");

    private static List<Span> Row(ModelRow row, string where, ModelsMoney money) =>
    [
        new(ModelWords.Label(row), Tone.Strong),
        new(where, Tone.Dim),
        Count.Of(row.Invocations),
        Count.Of(Prompt(row)),
        Count.Of(row.OutputTokens),
        Percent.Of(row.Ratios.CacheReadShare),
        money.InWindow(row),
        money.Monthly(row),
    ];

    private static List<Span> Total(Report report, ModelsMoney money)
    {
        var rows = report.Models;
        decimal? read = rows.Sum(row => row.CacheReadTokens?.Count ?? 0);
        var prompt = read + rows.Sum(row => (row.InputTokens?.Count ?? 0) + (row.CacheWriteTokens?.Count ?? 0));
        return
        [
            new("all", Tone.Strong), "",
            Sum(rows.Select(row => row.Invocations)),
            Sum(rows.Select(Prompt)),
            Sum(rows.Select(row => row.OutputTokens?.Count)),
            Percent.Of(Share.Of(read.Value, prompt.Value)),
            new(money.InWindow(report.Totals.CostUsd), Tone.Strong),
            new(money.Monthly(report.Totals.MonthlyUsd), Tone.Strong),
        ];
    }

    /// <summary>All that was sent; unknown where none of its parts is known.</summary>
    private static long? Prompt(ModelRow row) =>
        ((long?[])[row.InputTokens?.Count, row.CacheReadTokens?.Count, row.CacheWriteTokens?.Count])
        .OfType<long>().ToList() is { Count: > 0 } known ? known.Sum() : null;

    /// <summary>A sum of known counts, or unknown where nothing is known.</summary>
    private static string Sum(IEnumerable<long?> counts) =>
        counts.OfType<long>().ToList() is { Count: > 0 } known ? Count.Of(known.Sum()) : Count.Unknown;

    /// <summary>Accounts are said where there are several, ids where the rest would not tell two rows apart.</summary>
    private static Func<ModelRow, string> Places(Report report, bool verbose)
    {
        var sayAccount = report.Models.Select(row => row.Account).Distinct().Count() > 1;
        var alike = report.Models
            .GroupBy(row => (ModelWords.Label(row), ModelWords.Where(row, sayAccount, sayId: false)))
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet();
        return row => ModelWords.Where(row, sayAccount, sayId: verbose
            || alike.Contains((ModelWords.Label(row), ModelWords.Where(row, sayAccount, sayId: false))));
    }
}
