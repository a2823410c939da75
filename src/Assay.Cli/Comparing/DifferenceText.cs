using System.Text.Json;
using Assay.Cli.Running;
using Assay.Outputs;
using Assay.Units;
using Assay.Wording;

namespace Assay.Cli.Comparing;

/// <summary>Two reports' difference for a person, and as <c>assay.diff/1</c>.</summary>
internal static class DifferenceText
{
    public static void Write(ReportDifference difference, TextWriter writer)
    {
        var (before, after) = (difference.Before, difference.After);
        writer.WriteLine($"before  {before.Path}: {before.From} to {before.To}");
        writer.WriteLine($"after   {after.Path}: {after.From} to {after.To}");
        writer.WriteLine($"costs   {Dollars(before.MonthlyUsd)} a month → {Dollars(after.MonthlyUsd)}");
        writer.WriteLine($"saves   {Dollars(before.SavingUsd)} a month → {Dollars(after.SavingUsd)}");
        foreach (var kind in difference.Changes.GroupBy(change => change.Kind))
        {
            var (count, usd) = difference.Total(kind.Key);
            writer.WriteLine();
            writer.WriteLine(
                $"{kind.Key.ToString().ToUpperInvariant()}  {Count.Of(count, "finding")}, {Signed(usd)} a month");
            foreach (var change in kind.Where(_ => kind.Key != ChangeKind.Same))
            {
                writer.WriteLine($"  {Signed(change.ChangeUsd),12}  {PlainText.Visible(change.Finding.Title)}");
                writer.WriteLine($"                {PlainText.Visible(change.Finding.Id)}");
            }
        }
    }

    public static void WriteJson(ReportDifference difference) => StandardJson.Write("assay.diff/1", json =>
    {
        Report(json, "before", difference.Before);
        Report(json, "after", difference.After);
        json.WriteBoolean("isRegression", difference.IsRegression);
        json.WriteStartObject("totals");
        foreach (var kind in Enum.GetValues<ChangeKind>())
        {
            var (count, usd) = difference.Total(kind);
            json.WriteStartObject(Word(kind));
            json.WriteNumber("count", count);
            json.WriteNumber("usd", usd);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var change in difference.Changes)
        {
            Change(json, change);
        }

        json.WriteEndArray();
    });

    private static void Report(Utf8JsonWriter json, string name, ReportFile report)
    {
        json.WriteStartObject(name);
        json.WriteString("from", report.From);
        json.WriteString("to", report.To);
        StandardJson.Number(json, "monthlyUsd", report.MonthlyUsd);
        StandardJson.Number(json, "savingUsd", report.SavingUsd);
        json.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter json, FindingChange change)
    {
        json.WriteStartObject();
        json.WriteString("status", Word(change.Kind));
        json.WriteString("id", change.Finding.Id);
        json.WriteString("check", change.Finding.Check);
        json.WriteString("severity", change.Finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("title", change.Finding.Title);
        StandardJson.Number(json, "beforeUsd", change.Before?.Usd);
        StandardJson.Number(json, "afterUsd", change.After?.Usd);
        json.WriteNumber("changeUsd", change.ChangeUsd);
        json.WriteEndObject();
    }

    private static string Word(ChangeKind kind) => kind.ToString().ToLowerInvariant();

    private static string Dollars(decimal? usd) => usd is { } known ? Money.Of(new Usd(known)) : "unknown";

    private static string Signed(decimal usd) =>
        (usd < 0 ? "-" : "+") + Money.Of(new Usd(Math.Abs(usd)));
}
