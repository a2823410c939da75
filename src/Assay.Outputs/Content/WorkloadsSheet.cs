using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>The places in code that make the calls, dearest first.</summary>
internal static class WorkloadsSheet
{
    public static Sheet Of(Report report)
    {
        var rows = report.Workloads.OrderByDescending(row => row.CostUsd ?? Usd.Zero).ToList();
        var inWindow = Money.Alike(rows.Select(row => row.CostUsd ?? Usd.Zero));
        return new Sheet(
            "Workloads", "callers by model and prompt; talks are conversations", Columns(report), [.. rows.Select(Row)])
        {
            More = "--format csv --csv-table workloads has them",
        };

        IReadOnlyList<Span> Row(WorkloadRow row) =>
        [
            new(row.Name, Tone.Strong),
            new(ModelAndOwner(report, row), Tone.Dim),
            Count.Of(row.Calls),
            Count.Of(row.Conversations),
            Count.Of(row.Tokens?.Prompt),
            Count.Of(row.Tokens?.Output),
            row.CostUsd is { } usd ? inWindow(usd) : new Span("no price", Tone.Warning),
        ];
    }

    private static string ModelAndOwner(Report report, WorkloadRow row)
    {
        var model = row.Model is { } id ? ModelWords.Label(report, id) : null;
        return string.Join(" · ", new[] { model, row.Owner }.OfType<string>());
    }

    private static List<Column> Columns(Report report) =>
    [
        new("workload", ColumnKind.Id), new("model and owner", ColumnKind.Aside), new("calls"), new("talks"),
        new("prompt"), new("output"),
        new(When.Length(report.Window)),
    ];
}
