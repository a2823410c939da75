using Assay.Models;
using Assay.Pricing;
using Assay.Replays;
using Assay.Units;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>Every way to serve a demand, at its best size, with what it costs.</summary>
internal sealed class CapacityChoices(
    CapacityQuestion question, TokenDemand demand, CapacityTarget target, Usd? onDemand)
{
    private const string NoModel = "the model of the demand is not known: --model ID --region REGION names it";

    private static readonly (string Kind, ServiceTier Tier)[] Tiers =
    [
        (CapacityKind.Flex, ServiceTier.Flex), (CapacityKind.Priority, ServiceTier.Priority),
        (CapacityKind.Batch, ServiceTier.Batch),
    ];

    /// <summary>The cheapest first; what has no cost last.</summary>
    public IReadOnlyList<CapacityChoice> Of(IReadOnlyList<CapacityOffered> offers) =>
    [
        .. offers.Select(Of).Concat(Tiers.Select(each => Of(each.Kind, each.Tier))).Prepend(OnDemand())
            .Index()
            .OrderBy(each => each.Item.MonthlyUsd is null).ThenBy(each => each.Item.MonthlyUsd?.Amount)
            .ThenBy(each => CapacityTerm.Months(each.Item.Term)).ThenBy(each => each.Index)
            .Select(each => each.Item),
    ];

    private CapacityChoice OnDemand() => Plain(
        CapacityKind.OnDemand, onDemand, demand.WhyUnpriced ?? NoModel);

    private CapacityChoice Of(string kind, ServiceTier tier)
    {
        if (question.ListPrice is not null)
        {
            return Plain(kind, null, "the list price was given, and the book's prices of tiers do not go with it");
        }

        var (cost, why, stays) = tier == ServiceTier.Batch && demand.NotBatch is { } not ? (null, not, [])
            : demand.OnDemand is { } priced ? priced.At(tier)
            : (null, demand.IsByKind
                ? demand.WhyUnpriced ?? NoModel
                : "tokens are not told apart: give the demand by kind, as ts,input,output rows", []);
        var choice = Plain(kind, cost is { } usd ? (usd * demand.PerMonth).Kept() : null, why);
        return stays.Count == 0 ? choice : choice with
        {
            Caveat = $"{choice.Caveat}; it is not sold, or at no known price, for {PriceBook.Join(stays)}, which stays",
        };
    }

    private CapacityChoice Plain(string kind, Usd? monthly, string? why) => new(
        kind, null, monthly is null ? why : null, CapacityWords.Caveat(kind, null))
    {
        MonthlyUsd = monthly,
        MonthlyUsdLow = monthly,
        MonthlyUsdHigh = monthly,
        CostRatio = Ratio.Of(monthly?.Amount, onDemand?.Amount),
        Pays = monthly < onDemand,
    };

    private CapacityChoice Of(CapacityOffered offered)
    {
        var caveat = CapacityWords.Caveat(offered.Kind, offered.Term);
        if (offered.Offer is not { } offer)
        {
            return new(offered.Kind, offered.Term, offered.Missing, caveat);
        }

        var choice = new CapacityChoice(
            offered.Kind, offered.Term, null, offered.NotSold is { } not ? $"{not}; {caveat}" : caveat)
        {
            IsSold = offered.NotSold is null,
        };
        return Bound(offered.Lanes is { } lanes ? new ReservedChoice(demand, lanes).On(choice) : On(choice, offer));
    }

    private CapacityChoice On(CapacityChoice choice, CapacityOffer offer)
    {
        var sizer = new CapacitySizer(demand.Of(choice.Kind), offer);
        var best = sizer.BestSize;
        var pays = best > 0;
        var size = sizer.SizeOf(null, pays ? best : offer.Step);
        return choice with
        {
            MonthlyUsd = size.MonthlyUsd,
            MonthlyUsdLow = size.MonthlyUsd,
            MonthlyUsdHigh = size.MonthlyUsd,
            CostRatio = size.CostRatio,
            Pays = pays,
            Size = size.Size,
            Units = choice.Kind == CapacityKind.Provisioned && offer.Step > 0 ? (int)(size.Size / offer.Step) : null,
            CapacityUsd = sizer.Capacity(size.Size),
            Utilisation = size.Utilisation,
            SpillShare = size.SpillShare,
            BreakEvenUtilisation = Rounded(offer.BreakEven),
            RegretUsd = size.RegretUsd,
            AtP95Usd = sizer.SizeOf(null, sizer.P95).MonthlyUsd,
            Curve = CurveOf(offer.BreakEven),
        };
    }

    /// <summary>With what a commitment costs if the model goes before it ends.</summary>
    private CapacityChoice Bound(CapacityChoice choice)
    {
        var months = CapacityTerm.Months(choice.Term);
        if (months == 0 || onDemand is null)
        {
            return choice;
        }

        var replaced = new CapacityReplacements(
            months, choice.CapacityUsd!.Value.Amount, (onDemand - choice.MonthlyUsd)!.Value.Amount);
        return choice with
        {
            PaysAfterMonths = replaced.PaysAfter is { } pays ? decimal.Round(pays, 2) : null,
            Replaced = replaced.Of(question.ReplacedAfter, question.Day, target.Model?.EndOfLife),
        };
    }

    internal static decimal? Rounded(decimal? share) => share is { } known ? decimal.Round(known, 6) : null;

    /// <summary>From a tenth used to all of it.</summary>
    internal static IReadOnlyList<CapacityBreakEven> CurveOf(decimal? breakEven) => breakEven is not { } even ? [] :
    [
        .. Enumerable.Range(1, 10).Select(tenth => tenth / 10m)
            .Select(used => new CapacityBreakEven(used, decimal.Round(even / used, 6))),
    ];
}
