using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Pricing;

/// <summary>
/// What provisioned models cost: model units × hourly price × hours since they were created, used or not. The service
/// tells the present number of units only, so it is taken for the whole window.
/// </summary>
internal sealed class ProvisionedHours(Ledger ledger, PriceBook book, Window window)
{
    public IEnumerable<LineItem> Items(Inventory inventory, ISet<PricingNote> notes)
    {
        if (ledger.Span is not { } span)
        {
            yield break;
        }

        var from = window.Previous.From < span.From ? window.Previous.From : span.From;
        foreach (var model in inventory.Provisioned.Where(IsBilled))
        {
            var meter = MeterOf(model);
            foreach (var (start, end) in Pieces(model.Created > from ? model.Created : from, span.To))
            {
                var units = (decimal)(end - start).Ticks / TimeSpan.TicksPerHour * model.ModelUnits;
                var cost = Cost(model, start, units, note => notes.Add(new(meter, note, true)));
                yield return new LineItem(meter, start, LedgerPricing.ProvisionedKind, units, cost);
            }
        }
    }

    /// <summary>The days between two instants, cut where the window or the one before it begins or ends.</summary>
    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Pieces(DateTimeOffset from, DateTimeOffset to)
    {
        DateTimeOffset[] edges = [window.Previous.From, window.From, window.To, to];
        for (var start = from; start < to;)
        {
            var midnight = new DateTimeOffset(start.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
            var end = edges.Where(edge => edge > start).Append(midnight).Min();
            yield return (start, end);
            start = end;
        }
    }

    /// <summary>The price of one unit, or null where none is known.</summary>
    public static ProvisionedCard? CardOf(PriceBook book, Fact.ProvisionedModel model, DateOnly day) =>
        BaseOf(book, model) is { } known ? book.FindProvisioned(known.Id, model.Region, TermOf(model), day) : null;

    public static CatalogueModel? BaseOf(PriceBook book, Fact.ProvisionedModel model) =>
        ModelIdParts.Parse(model.FoundationModelArn).Base is { } id ? book.Catalogue.Find(id) : null;

    /// <summary>A provisioned model is billed from its creation on; one that failed never began.</summary>
    public static bool IsBilled(Fact.ProvisionedModel model) => model.Status is "InService" or "Updating";

    private static string TermOf(Fact.ProvisionedModel model) => model.Commitment switch
    {
        null => "none",
        "OneMonth" => "1-month",
        "SixMonths" => "6-month",
        var other => other,
    };

    private UsdRange? Cost(Fact.ProvisionedModel model, DateTimeOffset hour, decimal units, Action<string> note)
    {
        if (CardOf(book, model, DateOnly.FromDateTime(hour.UtcDateTime)) is { } card)
        {
            return UsdRange.Exactly(card.PerUnit.Over(units));
        }

        note($"no hourly price of {ModelIdParts.Parse(model.FoundationModelArn).Base} is known "
            + $"in {model.Region} at commitment '{TermOf(model)}'");
        return null;
    }

    /// <summary>
    /// The meter its calls are counted under, by ARN or by bare id; a new one where it was never called.
    /// </summary>
    private int MeterOf(Fact.ProvisionedModel model)
    {
        for (var id = 0; id < ledger.Meters.Count; id++)
        {
            var meter = ledger.Meters[id];
            if (meter.Account == model.Account && meter.Region == model.Region && meter.Tier is null
                && (meter.ModelId == model.Arn || meter.ModelId == ModelResolver.ShortId(model.Arn)))
            {
                return id;
            }
        }

        return ledger.MeterId(new Meter(model.Account, model.Region, Endpoint.Runtime, model.Arn));
    }
}
