using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>Whose cost it is.</summary>
internal static class OwnerFacts
{
    private const int Named = 3;
    private const int LongestName = 22;

    public static IReadOnlyList<Span> Owners(Report report)
    {
        var all = report.Totals.CostUsd;
        if (all <= Usd.Zero || report.Totals.UnownedShare is not { } unowned)
        {
            return [];
        }

        var owners = report.Owners
            .Where(row => row.Owner is not null)
            .GroupBy(row => row.Owner!)
            .Select(group => (Name: group.Key, Cost: group.Aggregate(Usd.Zero, (sum, row) => sum + row.CostUsd)))
            .OrderByDescending(owner => owner.Cost)
            .ToList();
        var named = owners.Take(Named)
            .Select(owner => $"{Brief.Middle(owner.Name, LongestName)} {Percent.Of(owner.Cost.Amount / all.Amount)}");
        var text = string.Join(", ", named) + (owners.Count > Named ? $" and {owners.Count - Named} more" : "");
        return unowned.Value switch
        {
            0 => [text],
            1 => [new("nobody:", Tone.Warning), "no owner was found for any of it"],
            _ => [new($"nobody {Percent.Of(unowned)},", Tone.Warning), text],
        };
    }
}
