using Assay.Outputs.Content;
using Assay.Outputs.Format;
using Assay.Outputs.Terminal;
using Assay.Reports;
using Assay.Wording;

namespace Assay.Outputs.Explain;

/// <summary>
/// For a person who doubts a number: what was read, how it was reckoned, at which prices, how to check.
/// </summary>
internal static class ExplanationTable
{
    private const int Margin = 9;

    private static readonly Column[] InputColumns =
        [new("name", ColumnKind.Id), new("value"), new("from", ColumnKind.Words)];

    public static void Write(Explanation explanation, TextWriter writer, OutputOptions options)
    {
        var finding = explanation.Finding;
        var page = new Page(options.Width);
        page.Beside(new Span(Exact.Word(finding.Severity), FindingWords.ToneOf(finding.Severity)), Margin,
            [new(finding.Title, Tone.Strong)]);
        page.Beside(new Span("id", Tone.Dim), Margin, [finding.Id]);
        page.Beside(new Span("because", Tone.Dim), Margin, [finding.Reason]);
        if (finding.Saving is { } saving)
        {
            var alone = SavingWords.Alone(saving) is { } more ? "; " + more : "";
            page.Beside(new Span("saves", Tone.Dim), Margin, [new(SavingWords.InSequence(saving) + alone, Tone.Good)]);
        }

        if (finding.ConcernsUsd is { } concerned)
        {
            page.Beside(new Span("spend", Tone.Dim), Margin, [SavingWords.Concerned(concerned)]);
        }

        foreach (var assumption in finding.Saving?.Assumptions ?? [])
        {
            page.Beside(new Span("assumes", Tone.Dim), Margin, [assumption]);
        }

        if (explanation.Query is { } sql)
        {
            Query(explanation, sql, page);
        }
        else
        {
            page.Table(Inputs(explanation, "Inputs", $"of its row, {When.Of(explanation.Window)}"), all: true);
            Sum(explanation, page);
        }

        Prices(explanation, page);
        page.Heading("Check it", explanation.Query is not null ? "" : "the command asks AWS, not Assay");
        page.Command(new Span(""), 0, finding.Verify);
        Painter.Paint(page.Lines, writer, options.Color);
    }

    /// <summary>What no lever mends has no sum: a query over the ledger found it.</summary>
    private static void Query(Explanation explanation, string sql, Page page)
    {
        if (explanation.Inputs.Count > 0)
        {
            page.Table(Inputs(explanation, "Thresholds", ""), all: true);
        }

        page.Heading("Query", $"over the ledger, {When.Of(explanation.Window)}");
        foreach (var line in sql.TrimEnd().Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)))
        {
            page.Line(new Span(line));
        }
    }

    private static Sheet Inputs(Explanation explanation, string title, string note) => new(
        title, note, InputColumns,
        [
            .. explanation.Inputs.Select(input => (IReadOnlyList<Span>)
            [
                new(input.Name, Tone.Strong), Figure(input.Value), new(input.Source, Tone.Dim),
            ]),
        ]);

    private static void Sum(Explanation explanation, Page page)
    {
        page.Heading("Formula", "");
        foreach (var line in ExplanationWords.Formula(explanation))
        {
            page.Beside(new Span("·", Tone.Dim), 2, [line]);
        }

        if (explanation.Alone is not [_, var expected, _])
        {
            page.Line(new Span("no price is known, so there is nothing to reckon", Tone.Warning));
            return;
        }

        page.Table(ExplanationSheets.Plan("Before", expected.Before), all: true);
        page.Table(ExplanationSheets.Plan("After, as expected", expected.After), all: true);
        page.Table(ExplanationSheets.Steps("Saved a month, taken alone", explanation.Alone), all: true);
        if (explanation.InSequence.Count > 0)
        {
            page.Table(
                ExplanationSheets.Steps("Saved a month, after the findings before it", explanation.InSequence),
                all: true);
        }
    }

    private static void Prices(Explanation explanation, Page page)
    {
        if (explanation.Prices.Count == 0)
        {
            return;
        }

        page.Heading("Prices", $"those of {Exact.Date(explanation.PricesOf)}");
        foreach (var price in explanation.Prices)
        {
            var rate = price.UsdPerUnitHour is { } hour ? $" · {Exact.Number(hour.Rate)} USD a {price.Unit}" : "";
            page.Beside(new Span("·", Tone.Dim), 2,
            [
                new($"{price.Model} · {Exact.Word(price.Scope)} · {price.Region}{rate}", Tone.Strong),
                $"since {Exact.Date(price.From)} ({Exact.Word(price.FromBasis)}), checked {Exact.Date(price.Checked)}:",
                price.Source,
            ]);
        }
    }

    private static string Figure(decimal? value) => value is not { } number ? Count.Unknown
        : number == decimal.Truncate(number) ? number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)
        : Exact.Number(number);
}
