using Assay.Analysis.Pricing;
using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Pricing;
using Assay.Pricing.PriceList;
using Assay.Reports;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Reporting;

/// <summary>Billed against estimated, model by model.</summary>
internal sealed class BilledBuilder(Ledger ledger, PriceBook book, Inventory inventory)
{
    private const string Tokens = "tokens";

    /// <summary>Cost Explorer is complete two days later (bedrock.md 4.6).</summary>
    private static readonly TimeSpan Grows = TimeSpan.FromDays(2);

    /// <returns>Null where no bill was read, or the window holds no whole day.</returns>
    public Billed? Build(Window window)
    {
        var midnight = new DateTimeOffset(window.From.UtcDateTime.Date, TimeSpan.Zero);
        var from = midnight == window.From ? midnight : midnight.AddDays(1);
        var to = new DateTimeOffset(window.To.UtcDateTime.Date, TimeSpan.Zero);
        if (from >= to || !inventory.Coverage.Any(each => each is { Source: "bill", Status: not ReadStatus.Absent }))
        {
            return null;
        }

        var days = new Window(from, to);
        var billed = BilledIn(days);
        var estimated = EstimatedIn(days);
        var read = (ledger.LastReading?.ReadAt ?? to) - Grows;
        return new(
            from, to, read < to ? read : to,
            [
                .. billed.Keys.Union(estimated.Keys)
                    .Select(key => Row(
                        key, billed.TryGetValue(key, out var paid) ? paid : null, estimated.GetValueOrDefault(key)))
                    .OrderByDescending(row => row.BilledUsd?.Amount ?? row.EstimatedUsd?.Amount ?? 0)
                    .ThenBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.What, StringComparer.Ordinal)
                    .ThenBy(row => row.Account, StringComparer.Ordinal),
            ]);
    }

    private Dictionary<Key, Usd?> BilledIn(Window days)
    {
        var lines = new BillLines(book.Catalogue);
        return inventory.Billed
            .Where(line => days.Contains(new(line.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)))
            .GroupBy(line =>
            {
                var read = lines.Read(line.Service, line.UsageType);
                var what = read.IsBatch ? "batch" : read.Sold.ToString().ToLowerInvariant();
                return new Key(line.Account, read.Model, read.Model is null ? line.Service : null, what);
            })
            .ToDictionary(group => group.Key, group => (Usd?)new Usd(group.Sum(line => line.Usd)));
    }

    /// <summary>Of the accounts whose bill was read: of others nothing can be compared.</summary>
    private Dictionary<Key, Estimate> EstimatedIn(Window days)
    {
        var references = ledger.ModelReferences().ToDictionary(each => (each.Account, each.Region, each.ModelId));
        var accounts = inventory.Coverage
            .Where(each => each is { Source: "bill", Status: not ReadStatus.Absent }).Select(each => each.Account)
            .ToHashSet(StringComparer.Ordinal);
        return ledger.CostTotals(days).Where(total => accounts.Contains(ledger.Meters[total.MeterId].Account))
            .GroupBy(total =>
            {
                var meter = ledger.Meters[total.MeterId];
                var model = references.GetValueOrDefault((meter.Account, meter.Region, meter.ModelId))?.Model;
                return new Key(
                    meter.Account, model, model is null ? meter.ModelId : null,
                    total.Kind == LedgerPricing.ProvisionedKind ? LedgerPricing.ProvisionedKind : Tokens);
            })
            .ToDictionary(group => group.Key, group => new Estimate(
                group.Aggregate((Usd?)null, (sum, each) => each.Cost is { } cost
                    ? (sum ?? Usd.Zero) + cost.Expected
                    : sum),
                group.Any(each => each.Unpriced > 0)));
    }

    private BilledRow Row(Key key, Usd? billed, Estimate? estimated) => new(
        key.Account, key.Model, key.Model is { } id ? book.Catalogue.Find(id)!.Name : key.Other!, key.What,
        billed?.Kept(), estimated?.Usd?.Kept(), Why(key, billed, estimated));

    private static string? Why(Key key, Usd? billed, Estimate? estimated) => (billed, estimated) switch
    {
        (null, { Usd: null }) => "no price is known, and no line of the bill names it",
        (null, _) => "no line of the bill names it",
        (_, { Unpriced: true }) => "some of its tokens have no price",
        (_, not null) => null,
        _ => key.What switch
        {
            "batch" => "batch jobs are not in the estimate",
            "reserved" => "reservations are not in the estimate; tokens that they serve cost nothing on top",
            "guardrail" => "guardrails are not in the estimate",
            "customization" => "training, storage and use of custom models are not in the estimate",
            "media" => "images, audio and video are not in the estimate",
            Tokens when key.Model is null => "no known model is named by this line",
            Tokens or LedgerPricing.ProvisionedKind => "the Regions that were read show none of it",
            _ => "not in the estimate",
        },
    };

    /// <param name="Other">The service, or the id, where the model is not known.</param>
    private sealed record Key(string Account, string? Model, string? Other, string What);

    private sealed record Estimate(Usd? Usd, bool Unpriced);
}
