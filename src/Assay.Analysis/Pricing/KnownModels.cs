using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Pricing;

/// <summary>
/// What the catalogue knows of the models in use, and what their tokens would cost on the models that follow them:
/// information for checks, in no sum.
/// </summary>
internal sealed class KnownModels(Ledger ledger, PriceBook book, Window window)
{
    private static readonly RoutingScope[] OtherScopes = [RoutingScope.Geo, RoutingScope.InRegion, RoutingScope.Global];

    private readonly Pricer pricer = new(book);
    private readonly DateOnly day = DateOnly.FromDateTime(window.To.UtcDateTime.AddTicks(-1));

    public IReadOnlyList<KnownModelRow> Rows(IEnumerable<ModelReferenceRow> references) =>
    [
        .. references.Select(each => each.Model).OfType<string>().Distinct().Order(StringComparer.Ordinal)
            .Select(book.Catalogue.Find).OfType<CatalogueModel>().Select(Row),
    ];

    /// <summary>Of every meter whose model has a successor; those of provisioned capacity are left out.</summary>
    /// <param name="usages">What was counted, as it is priced.</param>
    public IReadOnlyList<(int MeterId, Window Window, Usd? Cost)> Successors(
        Resolutions resolutions, IEnumerable<MeterUsage> usages) =>
    [
        .. from usage in usages
           where window.Contains(usage.Ts)
           group usage by usage.MeterId into days
           let meter = ledger.Meters[days.Key]
           let known = resolutions.Resolve(meter.Account, meter.Region, meter.ModelId) as ModelResolution.Known
           where known is { Model.Successor: not null, Scope: not (RoutingScope.Provisioned or RoutingScope.Unknown) }
           select (days.Key, window, Cost(meter, known, days)),
    ];

    private KnownModelRow Row(CatalogueModel model)
    {
        var successor = model.Successor is { } id ? book.Catalogue.Find(id) : null;
        return new(
            model.Id, model.Name, model.Status, model.LegacyFrom, model.EndOfLife, model.Successor, successor?.Name,
            successor is null ? null : successor.Tokenizer == model.Tokenizer, model.BurnDown);
    }

    /// <summary>At the same scope, else at the first in which the successor is sold.</summary>
    private Usd? Cost(Meter meter, ModelResolution.Known known, IEnumerable<MeterUsage> days)
    {
        if (book.Catalogue.Find(known.Model.Successor!) is not { } successor)
        {
            return null;
        }

        var quote = OtherScopes.Prepend(known.Scope)
            .Select(scope => pricer.Quote(meter, known with { Model = successor, Scope = scope }, day, out _))
            .FirstOrDefault(each => each is not null);
        var costs = from usage in days
                    from kind in LedgerPricing.TokenKindsOf(usage.Tokens)
                    select quote?.Cost(kind, usage.Tokens[kind], usage.LargestPrompt)?.Expected;
        return costs.Aggregate((Usd?)Usd.Zero, (sum, cost) => sum + cost);
    }
}
