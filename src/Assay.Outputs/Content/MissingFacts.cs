using System.Globalization;
using Assay.Diagnostics;
using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>What is not in the numbers: models without a price, sources not read. Never a zero.</summary>
internal static class MissingFacts
{
    private const int Named = 2;
    private const int LongestId = 36;

    public static IReadOnlyList<Fact> Of(Report report)
    {
        List<Fact> facts =
        [
            .. Unpriced(report),
            .. Unread(report, ReadStatus.Partial, "partial"),
            .. Unread(report, ReadStatus.Absent, "not read"),
        ];
        return facts.Count > 0
            ? facts
            : [new Fact("missing", ["nothing: every model has a price and every source was read"])];
    }

    private static IEnumerable<Fact> Unpriced(Report report)
    {
        var models = report.Totals.Unpriced
            .GroupBy(row => row.ModelId)
            .Select(group => (
                Id: group.Key,
                Tokens: group.Sum(row => row.Tokens?.Count ?? 0),
                Hours: group.Sum(row => row.Hours ?? 0)))
            .OrderByDescending(model => model.Tokens)
            .ThenByDescending(model => model.Hours)
            .ToList();
        var named = models.Take(Named)
            .Select(model => Name(model.Id) + $" ({Amount(model.Tokens, model.Hours)})");
        var count = new Span(Count.Of(models.Count, "model") + ":", Tone.Warning);
        return models.Count == 0 ? [] : [new("no price", [count, string.Join(", ", named) + More(models.Count)])];
    }

    private static IEnumerable<Fact> Unread(Report report, ReadStatus status, string label)
    {
        var places = report.Coverage.Sources
            .Where(source => source.Status == status)
            .ToLookup(source => (source.Account, source.Region));
        var sources = places.Where(place => place.Count() > Named)
            .Select(place => $"{Count.Of(place.Count(), "source")} {Place(report, place.Key)}".TrimEnd())
            .Concat(places.Where(place => place.Count() <= Named)
                .SelectMany(place => place)
                .GroupBy(source => source.Source)
                .Select(group => group.Key + Where([.. group])))
            .ToList();
        return sources.Count == 0 ? []
            : [new(label, [new(string.Join(", ", sources.Take(Named)) + More(sources.Count), Tone.Warning)])];
    }

    private static string Name(string modelId) => Brief.Middle(ModelWords.ShortId(modelId), LongestId);

    private static string Where(IReadOnlyList<Coverage> places) => places switch
    {
        [{ Region: { } region }] => $" in {region}",
        [_] => "",
        _ => $" in {places.Count} places",
    };

    /// <summary>The account is named where there are several.</summary>
    private static string Place(Report report, (string? Account, string? Region) place) =>
        (place.Account is { } account && report.Coverage.Accounts.Count > 1 ? $"of {account} " : "")
            + (place.Region is { } region ? $"in {region}" : "");

    private static string Amount(long tokens, decimal hours) =>
        tokens > 0 || hours == 0
            ? $"{Count.Of(tokens)} tokens"
            : $"{hours.ToString("#,0.#", CultureInfo.InvariantCulture)} unit-hours";

    private static string More(int count) => count > Named ? $" and {count - Named} more" : "";
}
