using Assay.Diagnostics;
using Assay.Pricing;
using Assay.Replays;
using Assay.Units;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>All that there is to say of a demand and the ways to serve it: <c>assay capacity</c>.</summary>
public static class CapacityAnswer
{
    /// <exception cref="AssayException">Nothing that was asked about has a price.</exception>
    public static CapacityReport Of(CapacityQuestion question, TokenDemand demand, PriceBook book)
    {
        var target = CapacityTarget.Of(question, demand, book);
        var offers = new CapacityOffers(question, demand, target, book);
        var all = offers.All;
        var main = Main(question, demand, all);
        var isAsked = question.Kind is not null || question.Term is not null || question.UnitPrices.Count > 0;
        if (main is null && (isAsked || demand.OnDemand is null))
        {
            throw Unpriced(question, target, all, book, demand.WhyUnpriced);
        }

        var kind = main?.Kind ?? question.KindOfPrices;
        var (counted, list) = (demand.Of(kind), offers.OnDemandOf(kind));
        Usd? onDemand = list is { } known
            ? new Usd(((known.List * counted.Amounts.Sum()) + known.Apart) * demand.PerMonth).Kept()
            : null;
        var choices = new CapacityChoices(question, demand, target, onDemand).Of(all);
        var nothing = new CapacityOffer(kind, 0, list?.List ?? 0) { Apart = list?.Apart ?? 0 };
        var sizes = new CapacitySizer(counted, main?.Offer ?? nothing).Run(
            [
                .. Assumptions(question, demand, main, list is not null),
                .. all.SelectMany(each => each.Assumptions).Distinct(),
            ]);
        return (main is null ? sizes with { Best = 0, Sizes = [.. sizes.Sizes.Take(1)] } : sizes) with
        {
            Source = demand.Source,
            Term = main?.Term,
            Choices = choices,
            Advice = CapacityAdviser.Of(choices),
            Model = target.Told,
        };
    }

    /// <summary>The capacity whose sizes are shown: the cheapest, of what was priced by who asks.</summary>
    private static CapacityOffered? Main(
        CapacityQuestion question, TokenDemand demand, IReadOnlyList<CapacityOffered> all) => all
        .Where(each => each.Offer is not null && question.Asks(each.Kind, question.Term))
        .OrderByDescending(each => each.IsGiven)
        .ThenBy(each =>
        {
            var sizer = new CapacitySizer(demand.Of(each.Kind), each.Offer!);
            return sizer.SizeOf(null, sizer.BestSize).MonthlyUsd.Amount;
        })
        .FirstOrDefault();

    /// <summary>
    /// Capacity was asked about that has no price, or nothing has one, the demand neither.
    /// </summary>
    private static AssayException Unpriced(
        CapacityQuestion question, CapacityTarget target, IReadOnlyList<CapacityOffered> all, PriceBook book,
        string? why)
    {
        var missing = string.Join("; ", all.Select(each => each.Missing).OfType<string>()
            .Prepend(why).OfType<string>().Distinct());
        return question.Term is { } term && target.Key is { } key && question.UnitPrices.Count == 0
            && UnitHour.Of(book, key.Model, key.Region, question.Day).All(each => each.Term != term)
            ? new AssayException(
                ExitCode.NoResult,
                $"no price of {question.Kind ?? "capacity"} of {key.Model} in {key.Region} with the term {term} is "
                    + "known",
                UnitHour.KnownOf(book, key.Model, question.Day) is { Count: > 0 } known
                    ? "known are: " + string.Join(", ", known)
                    : "assay prices list names the models; --unit-price takes a price of your own")
            : new AssayException(
                ExitCode.Usage,
                "the price of capacity is not known: " + missing,
                "add --discount 0.10, or --unit-price USD --unit-capacity N (and --list-price USD with --demand), or "
                    + "--model ID --region REGION for the book's prices");
    }

    private static IEnumerable<string> Assumptions(
        CapacityQuestion question, TokenDemand demand, CapacityOffered? main, bool isPriced)
    {
        yield return "what does not fit is served on demand at the list price, and capacity is paid in every window";
        if (demand.OnDemand is not null && question.ListPrice is null)
        {
            yield return "a token of the demand costs what its tokens cost on average";
        }
        else if (question.ListPrice is null && isPriced)
        {
            yield return "no list price was given: a unit of demand costs 1 USD; --list-price sets it";
        }

        if (main?.Lanes is not null)
        {
            yield return "the sizes take input and output as one, mixed as in all of the demand";
            yield return "AWS does not say whether a call that exceeds the reserved input or output spills whole: it "
                + "is taken to, which costs most; the low end is each spilling by itself";
        }

        if (main?.Offer is { Step: > 0 } offer)
        {
            yield return question.UnitCapacity is null && demand.BestOfUnit is { } seen
                ? $"a unit serves {seen.Amount:0.#} a window, the best that a unit of {seen.Name} was seen to serve: "
                    + "it can be more; --unit-capacity sets it"
                : $"a unit serves {offer.Step:0.###} a window, and any mix of it";
        }

        foreach (var each in demand.Assumptions)
        {
            yield return each;
        }
    }
}
