using Assay.Analysis.Pricing;
using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Simulation;

/// <summary>What tallies cost, by the one pricing code. Remembers quotes.</summary>
internal sealed class PriceBoard
{
    private static readonly TokenKind[] Kinds = Enum.GetValues<TokenKind>();

    private readonly Pricer pricer;
    private readonly Resolutions resolutions;
    private readonly DateOnly day;
    private readonly Dictionary<(Meter, DateOnly), (Quote? Quote, string? Why)> quotes = [];
    private readonly Dictionary<Meter, long> bands = [];

    /// <param name="day">The last day of the window: by it the long-context band begins where it begins.</param>
    public PriceBoard(Ledger ledger, PriceBook book, DateOnly day)
        : this(new Resolutions(book.Catalogue, ledger.Inventory()), book, day)
    {
    }

    public PriceBoard(Resolutions resolutions, PriceBook book, DateOnly day)
    {
        pricer = new Pricer(book);
        (this.resolutions, this.day) = (resolutions, day);
    }

    public ModelResolution Resolve(Meter meter) => resolutions.Resolve(meter.Account, meter.Region, meter.ModelId);

    /// <summary>The model that serves a meter; null where nobody knows it.</summary>
    public CatalogueModel? ModelOf(Meter meter) => (Resolve(meter) as ModelResolution.Known)?.Model;

    /// <summary>
    /// Above how many tokens a prompt is of the long-context band; the largest number where there is none.
    /// </summary>
    public long LongFrom(Meter meter)
    {
        if (!bands.TryGetValue(meter, out var from))
        {
            bands[meter] = from = pricer.LongContextFrom(meter, Resolve(meter), day) ?? long.MaxValue;
        }

        return from;
    }

    /// <summary>Whether it has a price on the last day.</summary>
    public bool IsSold(Meter meter) => QuoteOf(meter, day).Quote is not null;

    /// <summary>Whether a write to the cache is listed for less than input.</summary>
    public bool WritesForLess(Meter meter, DateOnly on)
    {
        var million = new Tokens(1_000_000);
        return QuoteOf(meter, on).Quote is { } quote
            && quote.Cost(TokenKind.CacheWriteUnknownTtl, million, Tokens.Zero)?.Expected
                < quote.Cost(TokenKind.Input, million, Tokens.Zero)?.Expected;
    }

    /// <summary>What the rows cost, each group priced as the meter in its place.</summary>
    /// <param name="rates">
    /// Multipliers of the input price in place of the book's cache prices; null for the book's.
    /// </param>
    public Bill Price(IEnumerable<TallyRow> rows, IReadOnlyList<Meter> meters, CacheRates? rates = null)
    {
        var bill = new Bill();
        foreach (var row in rows)
        {
            var meter = meters[row.Group];
            var (quote, why) = QuoteOf(
                LongFrom(meter) < long.MaxValue ? meter with { LongContext = row.IsLong } : meter, row.Day);
            foreach (var kind in Kinds)
            {
                if (row.Tokens[kind].Count > 0)
                {
                    var cost = quote is null ? null : Cost(quote, kind, row.Tokens[kind], rates);
                    bill.Add(row, kind, cost, why ?? $"no price of {kind} tokens of {meter.ModelId} is known");
                }
            }

            bill.AddUncached(row, quote?.Cost(TokenKind.Input, row.Tokens.Prompt, Tokens.Zero)?.Expected);
        }

        return bill;
    }

    private (Quote? Quote, string? Why) QuoteOf(Meter meter, DateOnly on)
    {
        if (!quotes.TryGetValue((meter, on), out var known))
        {
            var quote = pricer.Quote(meter, Resolve(meter), on, out var why);
            quotes[(meter, on)] = known = (quote, why);
        }

        return known;
    }

    private static Usd? Cost(Quote quote, TokenKind kind, Tokens tokens, CacheRates? rates) =>
        rates?.Of(kind) is { } factor
            ? quote.Cost(TokenKind.Input, tokens, Tokens.Zero)?.Expected * factor
            : quote.Cost(kind, tokens, Tokens.Zero)?.Expected;
}
