using Assay.Analysis.Replay;
using Assay.Analysis.Simulation;
using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Proofs;

/// <summary>From tallies of replayed calls to plans: a month's tokens by what they are priced as.</summary>
internal sealed class GroupPlans
{
    private readonly PriceBoard board;
    private readonly IReadOnlyList<Meter> meters;
    private readonly decimal perMonth;
    private readonly ILookup<int, TallyRow> rows;

    /// <param name="meters">What the groups are priced as.</param>
    public GroupPlans(ReplayContext context, Tally tally, IReadOnlyList<Meter> meters, decimal perMonth)
    {
        (board, this.meters, this.perMonth) = (context.Board, meters, perMonth);
        rows = tally.Rows().ToLookup(row => context.MadeIn(row.Group));
    }

    /// <returns>Null where nobody knows what some calls are priced as.</returns>
    public Plan? Of(IEnumerable<int> groups)
    {
        var sums = new Dictionary<(PriceKey, bool), TokenCounts>();
        foreach (var row in groups.SelectMany(group => rows[group]))
        {
            if (KeyOf(meters[row.Group]) is not { } key)
            {
                return null;
            }

            sums[(key, row.IsLong)] = sums.GetValueOrDefault((key, row.IsLong)) + row.Tokens;
        }

        return new Plan([.. sums.Select(each => PartOf(each.Key.Item1, each.Key.Item2, each.Value))], Usd.Zero);
    }

    private PriceKey? KeyOf(Meter meter) =>
        board.Resolve(meter) is ModelResolution.Known known && known.Scope != RoutingScope.Unknown
            ? new PriceKey(known.Model.Id, known.Scope, meter.Region, meter.Tier ?? ServiceTier.Standard)
            : null;

    private Part PartOf(PriceKey key, bool isLong, TokenCounts tokens) => new(
        key,
        tokens.Input.Count * perMonth,
        tokens.Output.Count * perMonth,
        tokens.CacheRead.Count * perMonth,
        (tokens.CacheWrite5m.Count + tokens.CacheWriteUnknownTtl.Count) * perMonth)
    {
        CacheWrite1h = tokens.CacheWrite1h.Count * perMonth,
        CacheWrite30m = tokens.CacheWrite30m.Count * perMonth,
        IsLong = isLong,
    };
}
