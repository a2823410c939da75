using System.Globalization;
using Assay.Outputs.Content;
using Assay.Replays;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Replaying;

/// <summary>The tables of ways to serve a demand, and of what they cost if the model is replaced.</summary>
internal static class CapacityChoiceSheets
{
    private static readonly Column[] Columns =
    [
        new("", ColumnKind.Words), new("best size", ColumnKind.Aside), new("a month"), new("ratio"), new("used"),
        new("pays from"), new("spills"), new("at p95"), new("regret"),
    ];

    private static readonly Column[] ReplacedColumns =
    [
        new("", ColumnKind.Words), new("replaced after"), new("paid for nothing"), new("in all saved"),
    ];

    public static Sheet Choices(CapacityReport capacity)
    {
        var money = Money.Alike(capacity.Choices.Select(each => each.MonthlyUsd).OfType<Usd>());
        return new Sheet(
            "Choices", "dollars a month, the cheapest first", Columns,
            [.. capacity.Choices.Select(each => Row(each, money))]);
    }

    /// <returns>Null where nothing is bound for longer than it may be needed.</returns>
    public static Sheet? Replaced(CapacityReport capacity)
    {
        var pays = capacity.Choices.Any(choice => choice.Pays && choice.Replaced.Count > 0);
        var all = capacity.Choices.Where(choice => choice.Pays || !pays)
            .SelectMany(choice => choice.Replaced.Select(each => (choice, each))).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var money = Money.Alike(all.SelectMany(each => new[] { each.each.RemainingUsd, each.each.NetUsd }));
        return new Sheet(
            "If the model is replaced",
            "the demand moves away, the commitment stays; against on-demand calls",
            ReplacedColumns,
            [
                .. all.Select(each => (IReadOnlyList<Span>)
                [
                    Name(each.choice),
                    After(each.each),
                    money(each.each.RemainingUsd),
                    new(money(each.each.NetUsd), each.each.NetUsd.Amount < 0 ? Tone.Bad : Tone.Good),
                ]),
            ]);
    }

    public static string Name(CapacityChoice choice) => Name(choice.Kind, choice.Term);

    public static string Name(string kind, string? term) => term switch
    {
        null => kind == "on-demand" ? "on demand" : kind,
        "none" => $"{kind}, no term",
        _ => $"{kind}, {term.Replace('-', ' ')}" + (term[0] == '1' ? "" : "s"),
    };

    public static string Percent(decimal? share) =>
        share is { } known ? known.ToString("0.0 %", CultureInfo.InvariantCulture) : "";

    private static string Whole(decimal? share) => share is { } known ? Wording.Percent.Of(known) : "";

    private static string After(CapacityReplacement replaced)
    {
        var months = replaced.AfterMonths.ToString("0.##", CultureInfo.InvariantCulture);
        return (months == "1" ? "1 month" : months + " months")
            + (replaced.On is { } on ? $", its end on {on:yyyy-MM-dd}" : "");
    }

    private static IReadOnlyList<Span> Row(CapacityChoice choice, Func<Usd, string> money) =>
    [
        Name(choice),
        new(Size(choice), Tone.Dim),
        choice.MonthlyUsd is { } monthly ? money(monthly) : new Span(Count.Unknown, Tone.Dim),
        new(Percent(choice.CostRatio), choice.CostRatio > 1 ? Tone.Bad : Tone.Good),
        Whole(choice.Utilisation?.Value),
        choice.BreakEvenUtilisation > 1 ? "never" : Whole(choice.BreakEvenUtilisation),
        Whole(choice.SpillShare?.Value),
        choice.AtP95Usd is { } p95 ? money(p95) : "",
        choice.RegretUsd is { } regret ? money(regret) : "",
    ];

    private static string Size(CapacityChoice choice) =>
        choice is { Pays: false, Size: not null } ? $"none ({Amount(choice)})" : Amount(choice);

    private static string Amount(CapacityChoice choice) => choice switch
    {
        { Size: null } => "",
        { Lanes: [var input, var output] } => $"{Count.Of(input.Tpm)} in, {Count.Of(output.Tpm)} out",
        { Units: { } units } => Count.Of(units, "unit"),
        { Size: { } size } => CapacityReportTable.Amount(size),
    };
}
