using System.Globalization;
using Assay.Models;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.PriceImport;

/// <summary>
/// Why a source has another price than the book, where the data tell: what it was made of, what else costs that much,
/// since when it was not touched, or which part of the key is not sold.
/// </summary>
internal sealed class Causes
{
    private readonly BookIndex book;
    private readonly ILookup<string, Observation> together;
    private readonly ILookup<(string?, string, decimal), Observation> priced;

    public Causes(BookIndex book, IReadOnlyList<Observation> all)
    {
        this.book = book;
        together = all.ToLookup(Place, StringComparer.Ordinal);
        priced = all.ToLookup(seen => (seen.Model, seen.Kind, seen.Usd));
    }

    /// <returns>Why it is not one of the prices that the book has at its key; null where nothing tells.</returns>
    public string? OfDifferent(Observation seen, IReadOnlyList<(PriceCard Card, decimal Usd)> known) =>
        Announced(seen, known)
        ?? (known.Any(rate => Judge.Rounds(seen.Usd, rate.Usd)) ? "the same price, not rounded as AWS rounds it" : null)
        ?? (known.Any(rate => rate.Usd == seen.Usd * 1.1m)
            ? "without the tenth that in-Region and geo cost more: the vendor's own price, or the global one" : null)
        ?? (known.Any(rate => rate.Usd * 1.1m == seen.Usd) ? "with a tenth more that AWS does not take here" : null)
        ?? Audio(seen)
        ?? Disproportion(seen)
        ?? Multiplied(seen)
        ?? OtherModel(seen)
        ?? Untouched(seen, known)
        ?? Times(seen, known);

    /// <summary>The model is in the book, but not at the observation's key.</summary>
    public string OfUnsold(Observation seen)
    {
        var rates = book.Of(seen).ToList();
        var words = string.Join(" and ", seen.Scopes.Select(Words.Of));
        return (OfCaching(seen) ?? Disproportion(seen)) is { } why ? why
            : !rates.Exists(rate => BookIndex.Scoped(rate.Card, seen))
                ? $"{words} is not sold, only {Sold(rates)}" + Same(seen, rates)
            : !rates.Exists(rate => BookIndex.Scoped(rate.Card, seen) && BookIndex.Placed(rate.Card, seen))
                ? $"not sold in {string.Join(", ", seen.Regions)}" + Same(seen, rates)
            : seen.Tier is { } tier && !rates.Exists(rate => rate.Card.Tier == tier)
                ? $"{Words.Of(tier)} is not sold for it" + Same(seen, rates)
            : seen.LongContext ? "no source of AWS has a price of a long context"
            : seen.Tier is { } other
                ? $"{Words.Of(other)} is not sold in this scope and Region" + Same(seen, rates)
            : "no source of AWS sells it in this scope, Region and tier together";
    }

    /// <returns>Why a cache has no price of this kind; null where the model has such a cache, or it is none.</returns>
    public string? OfCaching(Observation seen)
    {
        var caching = book.Book.Catalogue.Find(seen.Model!)?.Caching;
        return !seen.Kind.StartsWith("cache", StringComparison.Ordinal) ? null
            : seen.Tier == ServiceTier.Batch ? "prompts of a batch job are not cached, so batch has no cache price"
            : caching is null ? "AWS lists no caching for this model"
            : seen.Kind == "cacheWrite1h" && caching.Ttls.Count > 0 && !caching.Ttls.Contains("1h")
                ? $"the model's caches live {string.Join(" and ", caching.Ttls)} only"
            : caching.Ttls.Count == 0 && seen.Kind != "cacheRead" ? "the model caches by itself: a write has no price"
            : null;
    }

    /// <summary>The book sells the key; the source's rate of this kind is not the part of input that it is elsewhere.</summary>
    private string? Disproportion(Observation seen)
    {
        var input = together[Place(seen)].FirstOrDefault(each => each.Kind == "input")?.Usd;
        return !book.Sells(seen) || book.InProportion(seen, input) ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{seen.Usd / input:0.##} of the input price; elsewhere it is {string.Join(" or ", book.Parts(seen).Select(part => part.ToString("0.##", CultureInfo.InvariantCulture)))}");
    }

    private static string Sold(List<(PriceCard Card, decimal Usd)> rates) => string.Join(
        " and ", rates.SelectMany(rate => rate.Card.Scopes).Distinct().Order().Select(Words.Of));

    private static string Same(Observation seen, List<(PriceCard Card, decimal Usd)> rates) =>
        rates.Exists(rate => rate.Usd == seen.Usd) ? ", at this price" : "";

    /// <summary>A price that was told for a day to come, and a source that saw the old one after that day.</summary>
    private static string? Announced(Observation seen, IReadOnlyList<(PriceCard Card, decimal Usd)> known) =>
        seen.Effective is { } day && known.Where(rate => rate.Card.Checked >= day).Select(rate => rate.Card.Checked)
            .DefaultIfEmpty().Max() is var later && later != default
            ? $"told for {day:yyyy-MM-dd} beforehand; on {later:yyyy-MM-dd} the price before it still held"
            : seen.Effective is { } announced
                ? $"told for {announced:yyyy-MM-dd} beforehand; no source has seen it since" : null;

    private string? Audio(Observation seen) =>
        seen.Kind is "input" or "output" && priced[(seen.Model, $"1m-{seen.Kind}-audio-tokens", seen.Usd)].Any()
            ? "the price of audio tokens; the book's is that of text" : null;

    /// <summary>The multipliers that people know of: Claude's, and a quarter for Nova's reads.</summary>
    private string? Multiplied(Observation seen)
    {
        decimal[] factors = seen.Kind switch
        {
            "cacheRead" => [0.1m, 0.25m],
            "cacheWrite5m" => [1.25m],
            "cacheWrite1h" => [2m],
            _ => [],
        };
        var input = together[Place(seen)].FirstOrDefault(each => each.Kind == "input")?.Usd;
        return input is { } usd && factors.Any(factor => usd * factor == seen.Usd)
            ? "made of the source's input price by a multiplier; AWS has a rate of its own" : null;
    }

    /// <summary>Input and output together are those of another model of the vendor.</summary>
    private string? OtherModel(Observation seen)
    {
        var own = together[Place(seen)].Where(each => each.Kind is "input" or "output" && each.Usd > 0)
            .DistinctBy(each => each.Kind).ToList();
        var provider = book.Book.Catalogue.Find(seen.Model!)!.Provider;
        var other = own.Count == 0 || !own.Exists(each => each.Kind == seen.Kind) ? null
            : book.Book.Catalogue.Models.FirstOrDefault(model => model.Provider == provider && model.Id != seen.Model
                && (own.Count == 2 || !model.GeneratesText)
                && own.TrueForAll(each => book.Of(each with { Model = model.Id })
                    .Any(rate => rate.Usd == each.Usd && rate.Card.Tier == (each.Tier ?? ServiceTier.Standard))));
        return other is null ? null : $"the price of {other.Name}";
    }

    /// <summary>What LiteLLM wrote long before AWS's page or list was read, and has not touched since.</summary>
    private string? Untouched(Observation seen, IReadOnlyList<(PriceCard Card, decimal Usd)> known)
    {
        var first = priced[(seen.Model, seen.Kind, seen.Usd)].Where(each => each.Source == Sources.History)
            .Select(each => (DateOnly?)each.Day).Min();
        var read = known.Min(rate => rate.Card.From);
        return first is { } day && day < read
            ? $"written by LiteLLM on {day:yyyy-MM-dd} or before; the one in the book was seen on {read:yyyy-MM-dd}"
            : null;
    }

    private static string? Times(Observation seen, IReadOnlyList<(PriceCard Card, decimal Usd)> known)
    {
        var factors = known.Where(rate => rate.Usd > 0).Select(rate => Math.Round(seen.Usd / rate.Usd, 2))
            .Distinct().ToList();
        return factors is [var factor]
            ? $"{factor.ToString("0.##", CultureInfo.InvariantCulture)} times the price in the book, and no rule tells why"
            : null;
    }

    /// <summary>What a source says of one model in one place: its prices of several kinds are of one mind.</summary>
    private static string Place(Observation seen) => string.Join(
        '|',
        [
            seen.Source, seen.Spelling, $"{seen.Tier}", $"{seen.LongContext}", $"{seen.Effective:O}", $"{seen.Until:O}",
            .. seen.Regions,
        ]);
}
