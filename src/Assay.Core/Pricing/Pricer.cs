using Assay.Models;
using Assay.Units;
using Assay.Usage;

namespace Assay.Pricing;

/// <summary>
/// The one place where tokens meet prices. Uses the five-minute cache write, the standard tier and the lowest context
/// band wherever the source can't tell, and spans what is possible (report contract).
/// </summary>
public sealed class Pricer(PriceBook book)
{
    /// <summary>Words of <c>costBasis</c>.</summary>
    public const string TtlAssumed = "cache-write-5m-assumed";

    public const string TierAssumed = "standard-tier-assumed";

    public const string ContextAssumed = "base-context-assumed";

    public const string CacheUnseen = "mantle-cache-unseen";

    public const string PaidByTheHour = "paid-by-the-hour";

    /// <summary>The usage is older than the day on which the price was first seen.</summary>
    public const string PriceObserved = "price-first-seen-later";

    private const int KindCount = (int)TokenKind.CacheWriteUnknownTtl + 1;

    private static readonly ServiceTier[] TiersOfACall =
        [ServiceTier.Standard, ServiceTier.Flex, ServiceTier.Priority, ServiceTier.LatencyOptimised];

    public PriceBook Book => book;

    /// <returns>The quote, or null with the reason where no price is known.</returns>
    public Quote? Quote(Meter meter, ModelResolution resolution, DateOnly day, out string? why)
    {
        why = null;
        if (resolution is not ModelResolution.Known known)
        {
            // Tokens of capacity that was not found may cost nothing; what the capacity costs is unknown all the same.
            why = ((ModelResolution.Unknown)resolution).Why;
            return null;
        }

        if (known.Scope == RoutingScope.Provisioned || meter.Tier == ServiceTier.Reserved)
        {
            return Free();
        }

        if (known.Scope == RoutingScope.Unknown)
        {
            why = $"no price is known for calls through a {known.Kind} of {known.Model.Id}";
            return null;
        }

        var key = new PriceKey(known.Model.Id, known.Scope, meter.Region, meter.Tier ?? ServiceTier.Standard);
        if (book.Find(key, day) is not { } card)
        {
            why = book.WhyNot(key, day);
            return null;
        }

        return Build(meter, key, card, day);
    }

    /// <summary>Prompts above so many tokens cost more; null where they don't, or where nothing is known.</summary>
    public long? LongContextFrom(Meter meter, ModelResolution resolution, DateOnly day) =>
        resolution is ModelResolution.Known known
            ? book.FindLongContext(
                new PriceKey(known.Model.Id, known.Scope, meter.Region, meter.Tier ?? ServiceTier.Standard), day)
                ?.ContextFrom
            : null;

    private Quote Build(Meter meter, PriceKey key, PriceCard used, DateOnly day)
    {
        List<PriceCard> ofTiers = meter.Tier is null
            ? [.. TiersOfACall.Select(tier => book.Find(key with { Tier = tier }, day)).OfType<PriceCard>()]
            : [used];
        List<PriceCard> ofLong =
            [.. ofTiers.Select(card => book.FindLongContext(key with { Tier = card.Tier }, day)).OfType<PriceCard>()];
        if (meter.LongContext == true && book.FindLongContext(key, day) is { } longCard)
        {
            (used, ofTiers) = (longCard, ofLong);
        }

        var longMayBe = meter.LongContext is null && ofLong.Count > 0;
        var rates = Span(meter, used, ofTiers);
        return new Quote(
            rates,
            longMayBe ? Span(meter, used, [.. ofTiers, .. ofLong]) : rates,
            longMayBe ? ofLong.Min(card => card.ContextFrom) : long.MaxValue,
            BasisOf(meter, used, day, ofTiers.Count > 1, longMayBe),
            [used, .. ofTiers.Concat(ofLong).Where(card => card != used)]);
    }

    private static (UsdPerMillion, UsdPerMillion, UsdPerMillion)?[] Span(
        Meter meter, PriceCard used, List<PriceCard> possible)
    {
        var spans = new (UsdPerMillion, UsdPerMillion, UsdPerMillion)?[KindCount];
        for (var kind = TokenKind.Input; kind <= TokenKind.CacheWriteUnknownTtl; kind++)
        {
            if (used.Rates[kind] is not { } expected)
            {
                continue;
            }

            var seen = possible.SelectMany(card => Candidates(meter, card.Rates, kind)).Append(expected).ToList();
            spans[(int)kind] = (seen.Min(), expected, seen.Max());
        }

        return spans;
    }

    /// <summary>The rates one count may have been billed at.</summary>
    private static IEnumerable<UsdPerMillion> Candidates(Meter meter, Rates rates, TokenKind kind)
    {
        TokenKind[] kinds = kind switch
        {
            TokenKind.CacheWriteUnknownTtl => [TokenKind.CacheWrite5m, TokenKind.CacheWrite1h, TokenKind.CacheWrite30m],
            // Mantle's metrics have no cache counters: its input may hold reads and writes (bedrock.md 1.5).
            TokenKind.Input when meter.Endpoint == Endpoint.Mantle =>
                [
                    TokenKind.Input,
                    TokenKind.CacheRead,
                    TokenKind.CacheWrite5m,
                    TokenKind.CacheWrite1h,
                    TokenKind.CacheWrite30m,
                ],
            _ => [kind],
        };
        return kinds.Select(each => rates[each]).OfType<UsdPerMillion>();
    }

    private static List<string> BasisOf(
        Meter meter, PriceCard used, DateOnly day, bool tierAssumed, bool contextAssumed)
    {
        List<string> basis = [];
        if (day < used.From)
        {
            basis.Add(PriceObserved);
        }

        if (used.Rates is { CacheWrite5m: { } five, CacheWrite1h: { } hour } && five != hour)
        {
            basis.Add(TtlAssumed);
        }

        if (tierAssumed)
        {
            basis.Add(TierAssumed);
        }

        if (contextAssumed)
        {
            basis.Add(ContextAssumed);
        }

        if (meter.Endpoint == Endpoint.Mantle && used.Rates.CacheRead is not null)
        {
            basis.Add(CacheUnseen);
        }

        return basis;
    }

    /// <summary>Tokens of capacity that is paid by the hour cost nothing on top.</summary>
    private static Quote Free()
    {
        var zero = Enumerable.Repeat<(UsdPerMillion, UsdPerMillion, UsdPerMillion)?>(
            (default, default, default), KindCount);
        (UsdPerMillion, UsdPerMillion, UsdPerMillion)?[] rates = [.. zero];
        return new Quote(rates, rates, long.MaxValue, [PaidByTheHour], []);
    }
}
