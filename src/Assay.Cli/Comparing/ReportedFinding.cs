using System.Text.Json;
using Assay.Findings;

namespace Assay.Cli.Comparing;

/// <summary>A finding as a report told it.</summary>
/// <param name="Usd">
/// Dollars a month, taken alone: what it saves in sequence depends on the findings beside it, which may be others now.
/// Null where it saves nothing that is known.
/// </param>
internal sealed record ReportedFinding(string Id, string Check, Severity Severity, string Title, decimal? Usd)
{
    public static ReportedFinding Of(JsonElement finding) => new(
        finding.GetProperty("id").GetString()!,
        finding.GetProperty("check").GetString()!,
        Enum.Parse<Severity>(finding.GetProperty("severity").GetString()!, ignoreCase: true),
        finding.GetProperty("title").GetString()!,
        finding.GetProperty("saving") is { ValueKind: JsonValueKind.Object } saving
            && saving.GetProperty("standalone") is { ValueKind: JsonValueKind.Object } alone
            && alone.GetProperty("expected") is { ValueKind: JsonValueKind.Number } expected
            ? expected.GetDecimal()
            : null);
}
