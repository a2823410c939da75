using System.Text.Json;
using Assay.Analysis.Tracking;
using Assay.Cli.Running;
using Assay.Outputs;
using Assay.Units;
using Assay.Usage;
using Assay.Wording;

namespace Assay.Cli.Comparing;

/// <summary>What became of promises, for a person and as <c>assay.track/1</c>.</summary>
internal static class TrackText
{
    public static void Write(Window before, Window after, IReadOnlyList<TrackedFinding> tracked, TextWriter writer)
    {
        writer.WriteLine($"promised  {Span(before)}");
        writer.WriteLine($"held      {Span(after)}, the same traffic priced both ways, dollars a month");
        foreach (var status in tracked.GroupBy(each => each.Status))
        {
            writer.WriteLine();
            writer.WriteLine(
                $"{Word(status.Key).ToUpperInvariant()}  {Count.Of(status.LongCount(), "finding")}, "
                + $"{Dollars(Once(status, each => each.RealisedUsd))} of "
                + $"{Dollars(Once(status, each => each.DueUsd))} realised");
            foreach (var each in status)
            {
                writer.WriteLine($"  {PlainText.Visible(each.Promise.Title)}");
                writer.WriteLine(
                    $"      promised {Known(each.Promise.MonthlyUsd)}, due {Known(each.DueUsd)}, realised "
                    + $"{Known(each.RealisedUsd)}, left {Known(each.LeftUsd)}");
                writer.WriteLine($"      {PlainText.Visible(each.Why)}");
                writer.WriteLine($"      {PlainText.Visible(each.Promise.Id)}");
            }
        }
    }

    public static void WriteJson(Window before, Window after, IReadOnlyList<TrackedFinding> tracked) =>
        StandardJson.Write("assay.track/1", json =>
        {
            Span(json, "before", before);
            Span(json, "after", after);
            json.WriteStartArray("findings");
            foreach (var each in tracked)
            {
                json.WriteStartObject();
                json.WriteString("id", each.Promise.Id);
                json.WriteString("lever", each.Promise.Lever);
                json.WriteString("workload", each.Promise.Workload);
                json.WriteString("owner", each.Promise.Owner);
                json.WriteString("title", each.Promise.Title);
                json.WriteString("status", Word(each.Status));
                StandardJson.Number(json, "promisedUsd", each.Promise.MonthlyUsd);
                StandardJson.Number(json, "dueUsd", each.DueUsd);
                StandardJson.Number(json, "realisedUsd", each.RealisedUsd);
                StandardJson.Number(json, "leftUsd", each.LeftUsd);
                json.WriteString("why", each.Why);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    /// <summary>Two promises of one lever to one workload are alternatives, which count once.</summary>
    private static decimal Once(IEnumerable<TrackedFinding> tracked, Func<TrackedFinding, decimal?> usd) => tracked
        .GroupBy(each => (each.Promise.Workload, each.Promise.Lever))
        .Sum(same => same.Max(each => usd(each) ?? 0));

    private static void Span(Utf8JsonWriter json, string name, Window window)
    {
        json.WriteStartObject(name);
        json.WriteString("from", Time(window.From));
        json.WriteString("to", Time(window.To));
        json.WriteEndObject();
    }

    private static string Span(Window window) => $"{Time(window.From)} to {Time(window.To)}";

    private static string Time(DateTimeOffset time) => $"{time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";

    private static string Word(TrackedStatus status) => status.ToString().ToLowerInvariant();

    private static string Dollars(decimal usd) => Money.Of(new Usd(usd));

    private static string Known(decimal? usd) => usd is { } known ? Dollars(known) : "unknown";
}
