using System.Text.Json;
using Assay.Analysis.Tracking;
using Assay.Findings;

namespace Assay.Cli.Comparing;

/// <summary>A finding as a report told it.</summary>
/// <param name="Usd">
/// Dollars a month, taken alone: what it saves in sequence depends on the findings beside it, which may be others now.
/// Null where it saves nothing that is known.
/// </param>
internal sealed record ReportedFinding(string Id, string Check, Severity Severity, string Title, decimal? Usd)
{
    /// <summary>What was promised of which workload's calls.</summary>
    public required Promise Promise { get; init; }

    public static ReportedFinding Of(JsonElement finding)
    {
        var (id, title) = (finding.GetProperty("id").GetString()!, finding.GetProperty("title").GetString()!);
        decimal? usd = finding.GetProperty("saving") is { ValueKind: JsonValueKind.Object } saving
            && saving.GetProperty("standalone") is { ValueKind: JsonValueKind.Object } alone
            && alone.GetProperty("expected") is { ValueKind: JsonValueKind.Number } expected
                ? expected.GetDecimal()
                : null;
        return new(
            id,
            finding.GetProperty("check").GetString()!,
            Enum.Parse<Severity>(finding.GetProperty("severity").GetString()!, ignoreCase: true),
            title,
            usd)
        {
            Promise = new Promise(
                id, Text(finding, "lever"), title, Text(finding.GetProperty("subject"), "workload"),
                Text(finding, "owner"), usd),
        };
    }

    /// <summary>An earlier program did not write all of them.</summary>
    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) ? value.GetString() : null;
}
