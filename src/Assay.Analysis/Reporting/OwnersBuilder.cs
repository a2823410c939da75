using Assay.Reports;
using Assay.Units;

namespace Assay.Analysis.Reporting;

/// <summary>
/// Who the dollars belong to, as far as tags, profiles and projects tell; the rest is nobody's and says so.
/// </summary>
internal static class OwnersBuilder
{
    public static IReadOnlyList<OwnerRow> Build(IReadOnlyList<ModelRow> rows)
    {
        var total = Sum(rows);
        return
        [
            .. rows.GroupBy(OwnerOf)
                .Select(group => new OwnerRow(
                    group.Key.Owner,
                    group.Key.Channel,
                    Sum([.. group]),
                    Share.Of(Sum([.. group]).Amount, total.Amount)))
                .Where(row => row.CostUsd != Usd.Zero)
                .OrderByDescending(row => row.CostUsd)
                .ThenBy(row => row.Owner, StringComparer.Ordinal)
                .ThenBy(row => row.Channel),
        ];
    }

    private static (string? Owner, OwnerChannel Channel) OwnerOf(ModelRow row) =>
        row.Owner is { } owner ? (owner, OwnerChannel.ProfileTag)
        : row.Project is { } project ? (project, OwnerChannel.Project)
        : (null, OwnerChannel.None);

    private static Usd Sum(IReadOnlyList<ModelRow> rows) =>
        rows.Aggregate(Usd.Zero, (sum, row) => sum + (row.CostUsd ?? Usd.Zero));
}
