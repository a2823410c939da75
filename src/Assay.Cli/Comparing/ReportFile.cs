using System.Globalization;
using System.Text.Json;
using Assay.Analysis.Tracking;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Cli.Comparing;

/// <summary>What a comparison needs of an <c>assay.report/1</c> in a file.</summary>
/// <param name="MonthlyUsd">What the account costs a month; null where the report does not say.</param>
/// <param name="SavingUsd">What can be saved a month, all levers one after the other.</param>
/// <param name="Unseen">Checks whose silence means nothing, because something was not read.</param>
internal sealed record ReportFile(
    string Path, string From, string To, decimal? MonthlyUsd, decimal? SavingUsd,
    IReadOnlyDictionary<string, ReportedFinding> Findings, IReadOnlySet<string> Unseen)
{
    /// <exception cref="AssayException">Its times can't be read.</exception>
    public Window Window => DateTimeOffset.TryParse(From, CultureInfo.InvariantCulture, out var from)
        && DateTimeOffset.TryParse(To, CultureInfo.InvariantCulture, out var to) && from < to
            ? new Window(from, to)
            : throw NoReport(Path);

    /// <summary>Of its findings that are a lever's.</summary>
    public IEnumerable<Promise> Promises =>
        Findings.Values.Select(each => each.Promise).Where(each => each.Lever is not null);

    /// <exception cref="AssayException">There is no such file, or it is no report.</exception>
    public static ReportFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new AssayException(
                ExitCode.NoResult, $"{path} does not exist", "make it: assay report --format json --output " + path);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Of(path, document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw NoReport(path);
        }
    }

    private static ReportFile Of(string path, JsonElement root)
    {
        if (root.GetProperty("schema").GetString() != "assay.report/1")
        {
            throw NoReport(path);
        }

        var (window, totals) = (root.GetProperty("window"), root.GetProperty("totals"));
        var findings = root.GetProperty("findings").EnumerateArray().Select(ReportedFinding.Of);
        return new(
            path, window.GetProperty("from").GetString()!, window.GetProperty("to").GetString()!,
            Number(totals, "monthlyUsd"), Number(totals.GetProperty("saving"), "expected"),
            findings.DistinctBy(each => each.Id).ToDictionary(each => each.Id, StringComparer.Ordinal),
            Checks(root).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Checks(JsonElement root) =>
        root.TryGetProperty("checks", out var checks)
            ? checks.EnumerateArray().Where(each => each.GetProperty("status").GetString() == "unknown")
                .Select(each => each.GetProperty("id").GetString()!)
            : [];

    private static decimal? Number(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static AssayException NoReport(string path) => new(
        ExitCode.Usage, $"{path} is no assay.report/1", "give files that --format json made");
}
