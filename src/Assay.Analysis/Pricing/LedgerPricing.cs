using Assay.Analysis.Owners;
using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Pricing;

/// <summary>
/// Prices a ledger: says what every model id means, writes a line item for every kind of token in every period, and
/// the hours of provisioned capacity. Tokens are multiplied by prices here and nowhere else.
/// </summary>
public sealed class LedgerPricing(Ledger ledger, PriceBook book, OwnerRules owners)
{
    /// <summary>The kind of a line item that is capacity, not tokens.</summary>
    public const string ProvisionedKind = "provisioned";

    private static readonly (TokenKind Kind, string Word)[] Kinds =
    [
        (TokenKind.Input, "input"), (TokenKind.Output, "output"), (TokenKind.CacheRead, "cache_read"),
        (TokenKind.CacheWrite5m, "cache_write_5m"), (TokenKind.CacheWrite1h, "cache_write_1h"),
        (TokenKind.CacheWrite30m, "cache_write_30m"),
        (TokenKind.CacheWriteUnknownTtl, "cache_write_unknown_ttl"),
    ];

    private readonly Pricer pricer = new(book);
    private readonly HashSet<PricingNote> notes = [];

    /// <summary>The kinds of which there are tokens.</summary>
    internal static IEnumerable<TokenKind> TokenKindsOf(TokenCounts tokens) =>
        Kinds.Select(each => each.Kind).Where(kind => tokens[kind].Count > 0);

    /// <summary>Rebuilds everything derived from prices.</summary>
    /// <param name="window">What will be reported: line items are cut at its ends.</param>
    public void Run(Window window)
    {
        var inventory = ledger.Inventory();
        var hours = new ProvisionedHours(ledger, book, window).Items(inventory, notes).ToList();
        var resolutions = new Resolutions(book.Catalogue, inventory);
        var references = ledger.Meters.Select(meter => (meter.Account, meter.Region, meter.ModelId)).Distinct()
            .Select(at => resolutions.Reference(at.Account, at.Region, at.ModelId, owners)).ToList();
        var days = ledger.UsageDays(window, LongFrom(ledger, pricer, resolutions, window)).ToList();
        var models = new KnownModels(ledger, book, window);
        ledger.Reprice(new(
            book.Digest,
            references,
            Tokens(resolutions, days).Concat(hours),
            () => notes.OrderBy(Order, StringComparer.Ordinal))
        {
            Models = models.Rows(references),
            Successors = models.Successors(resolutions, days),
        });
    }

    /// <summary>Where the long-context band of each meter of calls begins, at the window's end.</summary>
    internal static Dictionary<int, long> LongFrom(
        Ledger ledger, Pricer pricer, Resolutions resolutions, Window window)
    {
        var day = DateOnly.FromDateTime(window.To.UtcDateTime.AddTicks(-1));
        return ledger.Meters.Index().Where(each => each.Item.Source == UsageSource.Calls)
            .Select(each => (each.Index, From: pricer.LongContextFrom(
                each.Item, resolutions.Resolve(each.Item.Account, each.Item.Region, each.Item.ModelId), day)))
            .Where(each => each.From is not null)
            .ToDictionary(each => each.Index, each => each.From!.Value);
    }

    private static string Order(PricingNote note) => $"{note.MeterId:D9} {note.Unpriced} {note.Note}";

    private IEnumerable<LineItem> Tokens(Resolutions resolutions, IEnumerable<MeterUsage> days)
    {
        foreach (var usage in days)
        {
            var meter = ledger.Meters[usage.MeterId];
            meter = usage.IsLong is { } isLong ? meter with { LongContext = isLong } : meter;
            var resolution = resolutions.Resolve(meter.Account, meter.Region, meter.ModelId);
            var quote = pricer.Quote(meter, resolution, DateOnly.FromDateTime(usage.Ts.UtcDateTime), out var why);
            if (why is not null)
            {
                notes.Add(new PricingNote(usage.MeterId, why, Unpriced: true));
            }

            foreach (var (kind, word) in Kinds.Where(each => usage.Tokens[each.Kind].Count > 0))
            {
                var cost = quote?.Cost(kind, usage.Tokens[kind], usage.LargestPrompt);
                Note(usage.MeterId, quote, kind, cost);
                yield return new LineItem(
                    usage.MeterId, usage.Ts, word, usage.Tokens[kind].Count, cost, usage.WorkloadId);
            }
        }
    }

    /// <summary>An assumption is noted where it moved a number; a missing rate is noted always.</summary>
    private void Note(int meterId, Quote? quote, TokenKind kind, UsdRange? cost)
    {
        if (quote is null)
        {
            return;
        }

        if (cost is null)
        {
            notes.Add(new PricingNote(meterId, $"no price of {kind} tokens is known", Unpriced: true));
            return;
        }

        var moved = cost.Value.Low < cost.Value.High;
        foreach (var basis in quote.Basis.Where(
            basis => basis is Pricer.PaidByTheHour or Pricer.PriceObserved || (moved && Concerns(basis, kind))))
        {
            notes.Add(new PricingNote(meterId, basis, Unpriced: false));
        }
    }

    private static bool Concerns(string basis, TokenKind kind) => basis switch
    {
        Pricer.TtlAssumed => kind == TokenKind.CacheWriteUnknownTtl,
        Pricer.CacheUnseen => kind == TokenKind.Input,
        _ => true,
    };
}
