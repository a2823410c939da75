using Assay.Ledgers;
using Assay.Reports;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Reporting;

/// <summary>
/// Who the dollars belong to, as far as tags, profiles, projects, request metadata and callers tell; the rest is
/// nobody's and says so.
/// </summary>
internal static class OwnersBuilder
{
    /// <param name="ofCalls">What calls tell of the rows that are made of them.</param>
    public static IReadOnlyList<OwnerRow> Build(
        IReadOnlyList<BuiltRow> rows, IReadOnlyList<CallOwnerTotal> ofCalls)
    {
        var byMeter = ofCalls.ToLookup(each => each.MeterId);
        var parts = rows.SelectMany(row => Parts(row, byMeter[row.MeterId])).ToList();
        var total = Sum(parts);
        return
        [
            .. parts.GroupBy(part => (part.Owner, part.Channel))
                .Select(group => new OwnerRow(
                    group.Key.Owner, group.Key.Channel, Sum(group), Share.Of(Sum(group).Amount, total.Amount)))
                .Where(row => row.CostUsd != Usd.Zero)
                .OrderByDescending(row => row.CostUsd)
                .ThenBy(row => row.Owner, StringComparer.Ordinal)
                .ThenBy(row => row.Channel),
        ];
    }

    /// <summary>The share of the dollars that nobody owns; null where there are none.</summary>
    public static Share? Unowned(IReadOnlyList<OwnerRow> owners)
    {
        var (all, unowned) = (Usd.Zero, Usd.Zero);
        foreach (var row in owners)
        {
            all += row.CostUsd;
            unowned += row.Owner is null ? row.CostUsd : Usd.Zero;
        }

        return Share.Of(unowned.Amount, all.Amount);
    }

    /// <summary>A profile's tag or a project decides for the whole row; otherwise each call for itself.</summary>
    private static IEnumerable<Part> Parts(BuiltRow built, IEnumerable<CallOwnerTotal> ofCalls)
    {
        var row = built.Row;
        var whole = row.CostUsd ?? Usd.Zero;
        if (row.Owner is { } owner)
        {
            return [new(owner, OwnerChannel.ProfileTag, whole)];
        }

        if (row.Project is { } project)
        {
            return [new(project, OwnerChannel.Project, whole)];
        }

        var told = row.Source == UsageSource.Calls
            ? ofCalls.Where(each => (each.Owner ?? each.Caller) is not null)
                .Select(each => new Part(
                    each.Owner ?? each.Caller,
                    each.Owner is null ? OwnerChannel.Principal : OwnerChannel.Metadata,
                    each.Cost))
                .ToList()
            : [];
        return [.. told, new(null, OwnerChannel.None, whole - Sum(told))];
    }

    private static Usd Sum(IEnumerable<Part> parts) => parts.Aggregate(Usd.Zero, (sum, part) => sum + part.Cost);

    private sealed record Part(string? Owner, OwnerChannel Channel, Usd Cost);
}
