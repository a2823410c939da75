using System.Globalization;
using Assay.Models;
using Assay.Pricing;

namespace Assay.PriceImport;

/// <summary>Holds a source's price against the book: it is there, or there is a reason why it is not.</summary>
internal sealed class Judge(BookIndex book, Causes causes)
{
    /// <returns>Null where the book has the price at the observation's key, on the day on which it was seen.</returns>
    public string? Reason(Observation seen)
    {
        if (seen.Model is null)
        {
            return seen.Spelling.Length == 0
                ? "a price that the page puts under no model"
                : "no model id of Bedrock is known by this name";
        }

        if (!seen.IsToken)
        {
            return book.HasUnit(seen) ? null
                : seen.Usd == 0 ? "0 stands for not known"
                : seen.Kind.StartsWith("other-", StringComparison.Ordinal) ? "not a price of a model's tokens"
                : seen.Kind == "model-unit-hour" ? "by the second and rounded, or without a Region: no exact hourly price"
                : "several prices under one name (resolution, quality or Region), or a unit that AWS's page does not show";
        }

        var same = book.Same(seen).ToList();
        var equal = same.FindAll(rate => rate.Usd == seen.Usd);
        if (equal.Count > 0)
        {
            return equal.Exists(rate => book.Tells(rate.Card, seen)) ? null
                : equal.Exists(rate => rate.Card.To <= seen.Day)
                    ? $"the price until {equal.Max(rate => rate.Card.To):yyyy-MM-dd}, still told on {seen.Day:yyyy-MM-dd}"
                    : $"the price from {equal.Min(rate => rate.Card.From):yyyy-MM-dd} on, told on {seen.Day:yyyy-MM-dd}";
        }

        return seen.Usd == 0 ? "0 stands for not known or not sold"
            : seen.Until is { } until
                ? $"the same source changed it on {until:yyyy-MM-dd}: written, never seen elsewhere"
            : same.Count > 0 ? Differs(seen, same)
            : Missing(seen);
    }

    /// <summary>What the book has instead, as a person would write it.</summary>
    public string Instead(Observation seen) => string.Join(
        " or ",
        book.Same(seen).Select(rate => rate.Usd).Distinct().Order().Take(3)
            .Select(usd => usd.ToString("0.########", CultureInfo.InvariantCulture)));

    private string Differs(Observation seen, List<(PriceCard Card, decimal Usd)> same)
    {
        var known = same.ConvertAll(rate => rate.Usd);
        var all = book.Of(seen).ToList();
        bool At(Func<PriceCard, bool> where) => all.Exists(rate =>
            rate.Usd == seen.Usd && BookIndex.Placed(rate.Card, seen) && where(rate.Card));
        return At(card => card.Scopes.Contains(RoutingScope.Global) && card.Tier == seen.Tier)
                && !seen.Scopes.Contains(RoutingScope.Global)
            ? "the global price under an in-Region or geo id"
            : At(card => card.Scopes.Contains(RoutingScope.Geo) && card.Tier == seen.Tier)
                && seen.Scopes.Contains(RoutingScope.Global) ? "the geo price under a global id"
            : At(card => card.Tier == ServiceTier.LatencyOptimised) ? "the latency-optimised price"
            : At(card => card.Tier != seen.Tier) ? "the price of another tier"
            : At(card => card.ContextFrom > 0 != seen.LongContext) ? "the price of another context band"
            : all.Exists(rate => rate.Usd == seen.Usd && rate.Card.Tier == seen.Tier) ? "the price of other Regions"
            : known.Any(usd => usd == seen.Usd * 10 || usd * 10 == seen.Usd) ? "a slip of the decimal point"
            : known.Any(usd => usd == seen.Usd * 1_000 || usd * 1_000 == seen.Usd) ? "1,000 taken for a million"
            : known.Any(usd => Rounds(usd, seen.Usd)) ? "the same price, rounded in print"
            : seen.Kind.StartsWith("cache", StringComparison.Ordinal)
                && book.OtherKinds(seen).Any(other => other.Usd == seen.Usd && other.Kind.StartsWith("cache", StringComparison.Ordinal))
                ? "the price of another kind of cache token (read and write swapped)"
            : known.Any(usd => usd * 2 == seen.Usd) ? "twice the price; nobody else has it"
            : causes.OfDifferent(seen, same) ?? Ranked(seen);
    }

    private string Missing(Observation seen)
    {
        if (!book.Of(seen).Any())
        {
            return book.Book.CardsOf(seen.Model!).Count == 0
                ? "sold at no price that a source of AWS or a hand-checked one gives"
                : causes.OfCaching(seen) ?? $"no source of AWS sells {seen.Kind} of this model";
        }

        return seen.Source == Sources.Page
            ? "AWS's page has it beside others of the same name and tells no Region"
            : seen.LongContext && book.Book.Catalogue.Find(seen.Model!)?.ContextTokens <= 200_000
            ? "a 1M-token context that was a beta; the model's card ends at 200,000 tokens"
            : causes.OfUnsold(seen);
    }

    private static string Ranked(Observation seen) => Sources.Of(seen.Source).Rank switch
    {
        0 => "a row of another product under the same name; the page, read by hand, has the one in the book",
        1 => "AWS's price list has the one in the book, by Region",
        _ => "a source that comes from AWS, or a later one, has the one in the book",
    };

    public static bool Rounds(decimal usd, decimal shown) =>
        Enumerable.Range(2, 3).Any(places => Math.Round(usd, places, MidpointRounding.AwayFromZero) == shown);
}
