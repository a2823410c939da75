using Assay.Analysis.Replay;
using Assay.Models;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.Analysis.Levers;

/// <summary>
/// The same calls at another service tier. Flex and batch are two ways to pay less for what can wait, so a row gets the
/// one that costs less; at one price flex, which is a parameter of the call.
/// </summary>
/// <param name="CostShare">Cost of all the row's tokens at that tier, of their present cost.</param>
internal sealed record TierMove(ServiceTier Tier, decimal CostShare)
{
    /// <returns>Null where nothing is known to be cheaper, or where people may be waiting.</returns>
    public static TierMove? OfPatient(AccountEvidence account, RowEvidence row)
    {
        if (row.Key!.Tier != ServiceTier.Standard || row.Key.Scope == RoutingScope.Provisioned
            || ArrivalPattern.Of(account, row.Arrivals) is not { Shape: not ArrivalShape.Daily } pattern)
        {
            return null;
        }

        return Cheapest(account, row.Plan!, pattern.FillsBatches(account.Options));
    }

    /// <returns>Null where neither is sold for less.</returns>
    public static TierMove? Cheapest(AccountEvidence account, Plan plan, bool canBatch) =>
        new[] { ServiceTier.Flex, ServiceTier.Batch }
            .Where(tier => tier != ServiceTier.Batch || canBatch)
            .Select(tier => Of(account, plan, tier))
            .OfType<TierMove>()
            .MinBy(move => move.CostShare);

    /// <returns>Null where the tier has no known price here, or is not cheaper.</returns>
    public static TierMove? Of(AccountEvidence account, Plan plan, ServiceTier tier) =>
        plan.Cost(account.Book, account.Day) is { Amount: > 0 } now
        && Moved(account, plan, tier, 1).Cost(account.Book, account.Day) is { } then && then < now
            ? new(tier, then.Amount / now.Amount)
            : null;

    /// <summary>
    /// A share of each part at another tier. A part stays where it would not be cheaper: an earlier lever may have
    /// cached it, or moved it to a model that is not sold so.
    /// </summary>
    public static Plan Moved(AccountEvidence account, Plan plan, ServiceTier tier, decimal share) =>
        share <= 0 ? plan : plan with { Parts = [.. plan.Parts.SelectMany(part => Split(account, part, tier, share))] };

    private static IEnumerable<Part> Split(AccountEvidence account, Part part, ServiceTier tier, decimal share)
    {
        var moved = At(account, part, tier);
        return part.IsPaidByTheHour || moved?.Cost(account.Book, account.Day) is not { } then
            || !(then < part.Cost(account.Book, account.Day)) ? [part]
            : share >= 1 ? [moved]
            : [part.Times(1 - share), moved.Times(share)];
    }

    /// <summary>Without a price of cached tokens at that tier they are input.</summary>
    private static Part? At(AccountEvidence account, Part part, ServiceTier tier)
    {
        var key = part.Key with { Tier = tier };
        return account.Book.Find(key, account.Day)?.Rates is not { } rates ? null
            : rates.CacheRead is not null && rates[TokenKind.CacheWriteUnknownTtl] is not null ? part with { Key = key }
            : part.Uncached() with { Key = key };
    }
}
