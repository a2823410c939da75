using System.Globalization;
using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>Bought capacity against on demand: the best size of each, or every size that was tried.</summary>
internal static class CapacitySheet
{
    private static readonly Column[] Columns =
    [
        new("capacity", ColumnKind.Id), new("where", ColumnKind.Aside), new("size"), new("a month"), new("on demand"),
        new("used"), new("spills"), new("p95/min"),
    ];

    public static Sheet Of(Report report, bool everySize)
    {
        var amounts = report.Capacity
            .SelectMany(row => row.Sizes.Select(size => size.MonthlyUsd).Append(row.OnDemandUsd));
        var money = Money.Alike(amounts.OfType<Usd>());
        return new Sheet(
            "Capacity",
            everySize
                ? "units, 0 is none: all on demand; * is the cheapest; p95 in tokens"
                : "units, 0 is none: all on demand; p95 in tokens",
            Columns,
            [.. report.Capacity.SelectMany(row => Rows(row, Name(report, row), everySize, money))]);
    }

    private static readonly CapacitySize NoSize = new(0, MonthlyUsd: null, Utilisation: null, SpillShare: null);

    private static IEnumerable<IReadOnlyList<Span>> Rows(
        CapacityRow row, string name, bool everySize, Func<Usd, string> money)
    {
        var sizes = everySize ? row.Sizes : [.. row.Sizes.Where(size => size.Size == row.Best)];
        if (sizes.Count == 0)
        {
            yield return [new(name, Tone.Strong), .. Row(row, NoSize, "none", money)];
        }

        foreach (var size in sizes)
        {
            var mark = everySize && size.Size == row.Best ? "*" : "";
            yield return [new(name, Tone.Strong), .. Row(row, size, Text(size.Size) + mark, money)];
        }
    }

    private static List<Span> Row(CapacityRow row, CapacitySize size, string label, Func<Usd, string> money) =>
    [
        new(string.Join(" · ", row.Kind, row.Subject.Region, row.Subject.Account), Tone.Dim),
        label,
        Print(size.MonthlyUsd, money),
        Print(row.OnDemandUsd, money),
        Percent.Of(size.Utilisation),
        Percent.Of(size.SpillShare),
        row.P95 is { } p95 ? Count.Of((long)p95) : Count.Unknown,
    ];

    private static string Name(Report report, CapacityRow row) => row.Subject.ModelId is { } id
        ? ModelWords.Label(report, id)
        : ModelWords.ShortId(row.Subject.Resource ?? row.Subject.Account);

    private static Span Print(Usd? usd, Func<Usd, string> money) =>
        usd is { } known ? money(known) : new Span("no price", Tone.Warning);

    private static string Text(int size) => size.ToString("#,0", CultureInfo.InvariantCulture);
}
