using Assay.Analysis.Levers.Reserved;
using Assay.Models;
using Assay.Pricing;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>
/// Every kind and term of capacity that is asked about, at the price that was given, otherwise at the book's.
/// </summary>
internal sealed class CapacityOffers(
    CapacityQuestion question, TokenDemand demand, CapacityTarget target, PriceBook book)
{
    private const decimal Million = 1_000_000;

    private const decimal SecondsAnHour = 3_600;

    private const string NoUnit =
        "what a model unit serves is not known (AWS's account team tells it): --unit-capacity N or "
        + "modelUnitCapacity of assay.yaml sets it";

    public IReadOnlyList<CapacityOffered> All => [.. Provisioned(), .. Reserved()];

    /// <summary>
    /// US dollars of one unit of the demand on demand, as a kind counts it, and of all that it does not serve; null
    /// where nobody said them.
    /// </summary>
    public (decimal List, decimal Apart)? OnDemandOf(string kind)
    {
        if (question.ListPrice is { } list)
        {
            return kind == question.KindOfPrices ? (list / Million, 0) : null;
        }

        var total = demand.Of(kind).Amounts.Sum();
        return demand.OnDemand is { } priced && total > 0
            ? Without(priced, kind == CapacityKind.Reserved ? priced.Reads.Amount : 0, total)
            : question.Discounts.Count > 0 && kind == question.KindOfPrices ? (1, 0)
            : null;
    }

    private static (decimal, decimal) Without(OnDemand priced, decimal apart, decimal total) =>
        ((priced.Cost.Amount - apart) / total, apart);

    private IEnumerable<CapacityOffered> Provisioned()
    {
        var given = Given(CapacityKind.Provisioned).ToList();
        var ofBook = target.Key is { } key
            ? UnitHour.Of(book, key.Model, key.Region, question.Day).Where(each => Asked(each.Term, given)).ToList()
            : [];
        if (given.Count + ofBook.Count == 0 && question.Asks(CapacityKind.Provisioned, question.Term))
        {
            yield return new(CapacityKind.Provisioned, question.Term, null, target.Key is null
                ? target.Why
                : $"no price of a model unit of {target.Key.Model} in {target.Key.Region} is known");
        }

        foreach (var offered in given)
        {
            yield return offered;
        }

        foreach (var term in CapacityTerm.Provisioned.Where(each =>
            ofBook.Count > 0 && Asked(each, given) && ofBook.TrueForAll(hour => hour.Term != each)))
        {
            yield return new(CapacityKind.Provisioned, term, null, "no price of a model unit for this term is known");
        }

        foreach (var hour in ofBook)
        {
            yield return ByUnit(CapacityKind.Provisioned, hour.Term, hour.Usd) with
            {
                NotSold = target.IsLegacy(question.Day)
                    ? "AWS sells no new Provisioned Throughput of a model that is legacy" : null,
                Assumptions = hour.IsAnywhere ? ["AWS's page names no Region for the price of a model unit"] : [],
            };
        }

        bool Asked(string term, List<CapacityOffered> others) =>
            question.Asks(CapacityKind.Provisioned, term) && others.TrueForAll(each => each.Term != term);
    }

    private IEnumerable<CapacityOffered> Reserved()
    {
        var given = Given(CapacityKind.Reserved).ToList();
        var prices = target is { Key: { } key, Why: null }
            ? ReservedPrice.Of(book, key, question.Day)
                .Where(each => question.Asks(CapacityKind.Reserved, each.Term)
                    && given.TrueForAll(other => other.Term != each.Term)).ToList()
            : [];
        if (given.Count + prices.Count == 0 && question.Asks(CapacityKind.Reserved, question.Term))
        {
            yield return new(CapacityKind.Reserved, question.Term, null, target.Why
                ?? $"no reserved price of {target.Key!.Model}, {Words.Of(target.Key.Scope)}, is known");
        }

        foreach (var offered in given.Concat(prices.Select(OfBook)))
        {
            yield return offered;
        }
    }

    /// <summary>What was said of prices, term by term.</summary>
    private IEnumerable<CapacityOffered> Given(string kind)
    {
        if (kind != question.KindOfPrices)
        {
            yield break;
        }

        foreach (var (term, discount) in question.Discounts.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            var list = OnDemandOf(kind);
            yield return new CapacityOffered(
                kind, TermOf(term),
                list is { } known
                    ? new CapacityOffer(kind, known.List * (1 - discount), known.List) { Apart = known.Apart } : null,
                list is null ? demand.WhyUnpriced ?? "no list price is known" : null)
            {
                IsGiven = true,
                Lanes = kind == CapacityKind.Reserved ? Lanes(price => price * (1 - discount)) : null,
            };
        }

        foreach (var (term, usd) in question.UnitPrices.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            yield return ByUnit(kind, TermOf(term), usd) with { IsGiven = true };
        }
    }

    /// <summary>What the configuration says that a unit serves in one window.</summary>
    private decimal? Set => target.Key is { } key && question.UnitCapacities.TryGetValue(key.Model, out var aMinute)
        ? aMinute * demand.WindowSeconds / 60
        : null;

    private string? TermOf(string said) => said.Length > 0 ? said : question.Term;

    private CapacityOffered ByUnit(string kind, string? term, decimal usd)
    {
        var list = OnDemandOf(kind);
        var capacity = question.UnitCapacity
            ?? (kind == CapacityKind.Provisioned ? Set ?? demand.BestOfUnit?.Amount : null);
        return list is not { } known ? new(
                kind, term, null,
                demand.WhyUnpriced ?? "what the demand costs on demand is not known: --list-price sets it")
            : capacity is not > 0 ? new(kind, term, null, NoUnit)
            : new(
                kind, term,
                new CapacityOffer(
                    kind, usd * demand.WindowSeconds / SecondsAnHour / capacity.Value, known.List, capacity.Value)
                {
                    Apart = known.Apart,
                },
                null);
    }

    private CapacityOffered OfBook(ReservedPrice price)
    {
        const decimal thousand = 1_000;
        if (!demand.IsByKind || OnDemandOf(CapacityKind.Reserved) is not { } list || demand.OnDemand is null
            || Lanes(_ => 0) is not { } lanes)
        {
            return new(
                CapacityKind.Reserved, price.Term, null,
                "it is sold for input and output apart: give the demand by kind, as ts,input,output rows");
        }

        var window = demand.WindowSeconds / SecondsAnHour / thousand;
        var (input, output) = (price.Input.Usd * window, price.Output.Usd * window);
        var all = demand.Windows.Aggregate(default(WindowTokens), (sum, each) => sum + each);
        // A unit of the demand as one amount is input and output as they are mixed in all of it.
        var mixed = ((input * all.Prompt) + (output * all.Output)) / all.Reserved * 60 / demand.WindowSeconds;
        return new(
            CapacityKind.Reserved, price.Term,
            new CapacityOffer(CapacityKind.Reserved, mixed, list.List) { Apart = list.Apart }, null)
        {
            Lanes = (lanes.Input with { Capacity = input }, lanes.Output with { Capacity = output }),
            Assumptions = ["AWS's page names no Region for the prices of the Reserved tier"],
        };
    }

    /// <param name="capacity">From the price on demand to that of capacity.</param>
    private (LanePrice Input, LanePrice Output)? Lanes(Func<decimal, decimal> capacity)
    {
        var all = demand.Windows.Aggregate(default(WindowTokens), (sum, each) => sum + each);
        if (question.ListPrice is not null || !demand.IsByKind || all.Reserved == 0
            || demand.OnDemand is not { } priced)
        {
            return null;
        }

        var (input, output) = (Of(priced.Prompts.Amount, all.Prompt), Of(priced.Outputs.Amount, all.Output));
        var least = target.Model?.ReservedMinimum;
        return (
            new LanePrice(capacity(input), input, least?.InputTpm ?? 0),
            new LanePrice(capacity(output), output, least?.OutputTpm ?? 0));

        decimal Of(decimal usd, decimal tokens) => tokens == 0 ? 0 : usd / tokens * demand.WindowSeconds / 60;
    }
}
