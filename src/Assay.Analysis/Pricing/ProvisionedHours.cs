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
internal sealed class ProvisionedHours(Ledger ledger, PriceBook book)
{
    public IEnumerable<LineItem> Items(Inventory inventory, ISet<PricingNote> notes)
    {
        if (ledger.LastReading is not { } reading || ledger.Span is not { } span)
        {
            yield break;
        }

        var from = reading.Window.Previous.From < span.From ? reading.Window.Previous.From : span.From;
        foreach (var model in inventory.Provisioned.Where(IsBilled))
        {
            var meter = MeterOf(model);
            var began = model.Created > from ? model.Created : from;
            for (var hour = Floor(began); hour < span.To; hour = hour.AddHours(1))
            {
                var part = (decimal)(hour.AddHours(1) - (began > hour ? began : hour)).Ticks / TimeSpan.TicksPerHour;
                var units = part * model.ModelUnits;
                yield return new LineItem(
                    meter, hour, LedgerPricing.ProvisionedKind, units, Cost(model, hour, units, note => notes.Add(new(meter, note, true))));
            }
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

    /// <summary>The meter its calls are counted under, by ARN or by bare id; a new one where it was never called.</summary>
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

    private static DateTimeOffset Floor(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
