using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Findings;

namespace Assay.Analysis.Checks;

/// <summary>
/// A check that needs no counterfactual: one query over the ledger. Its folder holds the query, whose head says what it
/// is, the words, an example and what is expected of it.
/// </summary>
/// <param name="Sources">Names of coverage that must be complete before its silence means anything.</param>
/// <param name="Sql">The query, with its head.</param>
/// <param name="Help">The page, in Markdown.</param>
public sealed partial record SqlCheck(
    string Id,
    string Title,
    Severity Severity,
    IReadOnlyList<string> Sources,
    IReadOnlyList<CheckParameter> Parameters,
    string Sql,
    string Help)
{
    /// <summary>Every check that is a folder here, by id.</summary>
    public static IReadOnlyList<SqlCheck> All { get; } =
    [
        .. Resource.Names.Where(name => name.StartsWith("Checks/", StringComparison.Ordinal)
                && name.EndsWith("/check.sql", StringComparison.Ordinal))
            .Select(name => Read(name.Split('/')[1])).OrderBy(check => check.Id, StringComparer.Ordinal),
    ];

    /// <summary>
    /// Whether the dollars of what a row names stand beside it: <c>dollars: subject</c> in the head.
    /// </summary>
    public bool TellsSpend => Sql.Contains("\n-- dollars: subject\n", StringComparison.Ordinal);

    /// <summary>What the page says under "What to do".</summary>
    public string Remedy => Help[(Help.IndexOf("## What to do", StringComparison.Ordinal) + "## What to do".Length)..]
        .Trim().Split("\n\n")[0].ReplaceLineEndings(" ");

    private static SqlCheck Read(string id)
    {
        var sql = Resource.Text($"Checks/{id}/check.sql");
        var head = Line().Matches(sql).ToLookup(
            line => line.Groups["name"].Value, line => line.Groups["value"].Value.Trim());
        return new(
            id,
            head["title"].Single(),
            Enum.Parse<Severity>(head["severity"].Single(), ignoreCase: true),
            head["sources"].Single().Split(", "),
            [.. head["parameter"].Select(text => Parameter(id, text))],
            sql,
            Resource.Text($"Checks/{id}/check.md"));
    }

    private static CheckParameter Parameter(string id, string text) =>
        text.Split(' ', 3) is [var name, var value, var meaning]
            ? new($"{id}.{name}", name, decimal.Parse(value, CultureInfo.InvariantCulture), meaning)
            : throw new InvalidOperationException($"{id}: a parameter is a name, a number and a meaning");

    [GeneratedRegex("^-- (?<name>title|severity|sources|parameter): (?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
