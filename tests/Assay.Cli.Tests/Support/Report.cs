using System.Text.Json;

namespace Assay.Cli.Tests.Support;

/// <summary>An <c>assay.report/1</c> with the questions tests ask of it.</summary>
internal sealed record Report(JsonElement Root)
{
    public IReadOnlyList<Row> Rows => [.. Root.GetProperty("models").EnumerateArray().Select(row => new Row(row))];

    public JsonElement Totals => Root.GetProperty("totals");

    public decimal? Cost => Money(Totals, "costUsd");

    public decimal? PreviousCost => Money(Totals.GetProperty("previous"), "costUsd");

    public IEnumerable<JsonElement> Findings => Root.GetProperty("findings").EnumerateArray();

    public IReadOnlyList<string> Accounts =>
        [.. Root.GetProperty("coverage").GetProperty("accounts").EnumerateArray().Select(each => each.GetString()!)];

    /// <summary>Sources that were not read whole: <c>source account region status: reason</c>.</summary>
    public IReadOnlyList<string> Gaps =>
    [
        .. Root.GetProperty("coverage").GetProperty("sources").EnumerateArray()
            .Where(source => source.GetProperty("status").GetString() != "complete")
            .Select(source => string.Join(' ', Words(source, "source", "account", "region", "status"))
                + ": " + source.GetProperty("reason").GetString()),
    ];

    /// <summary>What a person is told beside the numbers.</summary>
    public IReadOnlyList<string> Diagnostics =>
    [
        .. Root.GetProperty("diagnostics").EnumerateArray()
            .Select(each => string.Join(" | ", Words(each, "level", "where", "what", "remedy"))),
    ];

    public string Told => string.Join('\n', Gaps.Concat(Diagnostics));

    /// <summary>The report itself says so, as a gap or as a diagnostic.</summary>
    public void Tells(string words) => Assert.Contains(words, Told, StringComparison.Ordinal);

    public Row Row(string modelId, string? account = null, string? region = null) => Rows.Single(row =>
        row.Text("modelId") == modelId && (account is null || row.Text("account") == account)
        && (region is null || row.Text("region") == region));

    /// <summary>A finding of a query has none; it is checked again by asking the query again.</summary>
    public static bool HasLever(JsonElement finding) => finding.GetProperty("lever").ValueKind == JsonValueKind.String;

    public static decimal? Money(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static IEnumerable<string> Words(JsonElement element, params string[] names) =>
        names.Select(name => element.GetProperty(name).GetString()).OfType<string>();
}
