using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.Analysis.Pricing;

/// <summary>What the tokens of a ledger cost by one book and by another.</summary>
public sealed class PriceImpact(Ledger ledger, Window window)
{
    /// <summary>
    /// US dollars of the window that the second book asks more for, by key and kind; a key whose tokens are not there
    /// or cost the same is left out. Tokens that the first book has no price of count with nothing before.
    /// </summary>
    public IReadOnlyDictionary<(PriceKey Key, TokenKind Kind), decimal> Of(PriceBook before, PriceBook after)
    {
        var (first, second) = (CostsBy(before), CostsBy(after));
        return first.Keys.Union(second.Keys)
            .Select(key => (Key: key, Usd: second.GetValueOrDefault(key) - first.GetValueOrDefault(key)))
            .Where(pair => pair.Usd != 0)
            .ToDictionary(pair => pair.Key, pair => pair.Usd);
    }

    private Dictionary<(PriceKey, TokenKind), decimal> CostsBy(PriceBook book)
    {
        var resolutions = new Resolutions(book.Catalogue, ledger.Inventory());
        var pricer = new Pricer(book);
        var costs = new Dictionary<(PriceKey, TokenKind), decimal>();
        var longFrom = LedgerPricing.LongFrom(ledger, pricer, resolutions, window);
        foreach (var usage in ledger.UsageDays(window, longFrom).Where(usage => window.Contains(usage.Ts)))
        {
            var meter = ledger.Meters[usage.MeterId];
            meter = usage.IsLong is { } isLong ? meter with { LongContext = isLong } : meter;
            if (resolutions.Resolve(meter.Account, meter.Region, meter.ModelId) is not ModelResolution.Known known)
            {
                continue;
            }

            var quote = pricer.Quote(meter, known, DateOnly.FromDateTime(usage.Ts.UtcDateTime), out _);
            var key = new PriceKey(known.Model.Id, known.Scope, meter.Region, meter.Tier ?? ServiceTier.Standard);
            foreach (var kind in LedgerPricing.TokenKindsOf(usage.Tokens))
            {
                if (quote?.Cost(kind, usage.Tokens[kind], usage.LargestPrompt) is { } cost)
                {
                    // An entry that nobody said the life of costs what one of five minutes does.
                    var sold = kind == TokenKind.CacheWriteUnknownTtl ? TokenKind.CacheWrite5m : kind;
                    costs[(key, sold)] = costs.GetValueOrDefault((key, sold)) + cost.Expected.Amount;
                }
            }
        }

        return costs;
    }
}
