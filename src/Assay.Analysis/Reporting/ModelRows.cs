using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;
using Assay.Reports;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Reporting;

/// <summary>The rows of a window: one a meter that counted or cost anything, dearest first.</summary>
internal sealed class ModelRows(Ledger ledger, PriceBook book, Inventory inventory)
{
    public IReadOnlyList<BuiltRow> Build(Window window)
    {
        var counts = ledger.UsageTotals(window).ToDictionary(total => total.MeterId);
        var costs = ledger.CostTotals(window).ToLookup(cost => cost.MeterId);
        var notes = ledger.PricingNotes().ToLookup(note => note.MeterId);
        var references = ledger.ModelReferences().ToDictionary(row => (row.Account, row.Region, row.ModelId));
        var day = DateOnly.FromDateTime(window.To.UtcDateTime.AddTicks(-1));
        var built = new List<BuiltRow>();
        for (var id = 0; id < ledger.Meters.Count; id++)
        {
            var meter = ledger.Meters[id];
            var total = counts.GetValueOrDefault(id);
            if (total is not null && !IsEmpty(total.Counts) || costs[id].Any())
            {
                var reference = references[(meter.Account, meter.Region, meter.ModelId)];
                var model = reference.Model is { } known ? book.Catalogue.Find(known) : null;
                var cost = new Costs(costs[id]);
                var row = Row(meter, reference, model, cost, total?.Counts ?? NoneOrUnknown(meter)) with
                {
                    CostBasis = [.. notes[id].Where(note => !note.Unpriced).Select(note => note.Note)],
                };
                row = row with { RealisedCacheSavingUsd = Realised(row, meter, day) };
                built.Add(new BuiltRow(0, id, row, model, total?.ActiveHours ?? 0, cost, WhyUnpriced(notes[id])));
            }
        }

        return
        [
            .. built.OrderByDescending(each => each.Row.CostUsd?.Amount ?? -1)
                .ThenBy(each => each.Row.Account, StringComparer.Ordinal)
                .ThenBy(each => each.Row.Region, StringComparer.Ordinal)
                .ThenBy(each => each.Row.ModelId, StringComparer.Ordinal)
                .ThenBy(each => each.Row.Endpoint)
                .ThenBy(each => each.Row.Tier)
                .ThenBy(each => each.Row.Project, StringComparer.Ordinal)
                .Select((each, i) => each with { Index = i }),
        ];
    }

    /// <summary>Why a meter's tokens have no price, in one clause.</summary>
    private static string WhyUnpriced(IEnumerable<PricingNote> notes) =>
        string.Join(
            "; ",
            notes.Where(note => note.Unpriced).Select(note => note.Note).Distinct(StringComparer.Ordinal));

    /// <summary>
    /// A meter without any count was not called if its Region's metrics were read whole; otherwise nobody knows.
    /// </summary>
    private UsageCounts NoneOrUnknown(Meter meter) =>
        inventory.Coverage.Any(each => each.Source == "cloudwatch-metrics" && each.Status == ReadStatus.Complete
            && each.Account == meter.Account && each.Region == meter.Region)
            ? new UsageCounts { Invocations = 0, Input = 0, Output = 0, CacheRead = 0, CacheWriteUnknownTtl = 0 }
            : default;

    private static bool IsEmpty(UsageCounts counts) =>
        (counts.Invocations ?? 0) == 0 && (counts.Input ?? 0) == 0 && (counts.Output ?? 0) == 0
        && (counts.CacheRead ?? 0) == 0 && (counts.CacheWriteUnknownTtl ?? 0) == 0 && (counts.CacheWrite5m ?? 0) == 0
        && (counts.CacheWrite1h ?? 0) == 0 && (counts.CacheWrite30m ?? 0) == 0
        && (counts.Throttles ?? 0) == 0 && (counts.ClientErrors ?? 0) == 0 && (counts.ServerErrors ?? 0) == 0;

    private ModelRow Row(
        Meter meter, ModelReferenceRow reference, CatalogueModel? model, Costs costs, UsageCounts counts)
    {
        var writes = Sum(counts.CacheWrite5m, counts.CacheWrite1h, counts.CacheWrite30m, counts.CacheWriteUnknownTtl);
        var prompt = Sum(counts.Input, counts.CacheRead, writes);
        return new(
            meter.Account, meter.Region, meter.Endpoint, meter.ModelId, model?.Id, model?.Name,
            reference.Profile is { } name ? new ProfileRef(name, TagsOf(meter)) : null,
            meter.Project, reference.Scope, meter.Tier, meter.Source,
            counts.Invocations, counts.ClientErrors, counts.ServerErrors, counts.Throttles,
            Of(counts.Input), Of(counts.Output), Of(counts.CacheRead), Of(writes),
            new CacheWriteSplit(
                new(counts.CacheWrite5m ?? 0), new(counts.CacheWrite1h ?? 0), new(counts.CacheWrite30m ?? 0),
                new(counts.CacheWriteUnknownTtl ?? 0)),
            costs.Range?.Expected, costs.Range?.Low, costs.Range?.High, [], costs.ByKind, costs.Status,
            new Ratios(
                Ratio.Of(counts.Output, prompt),
                Ratio.Of(Sum(prompt, counts.Output), counts.Invocations),
                Ratio.Of(prompt, counts.Invocations),
                Ratio.Of(counts.Output, counts.Invocations),
                Share.Of(counts.CacheRead ?? 0, prompt ?? 0),
                Share.Of(counts.CacheRead ?? 0, (counts.CacheRead ?? 0) + (writes ?? 0)),
                Ratio.Of(
                    costs.Range?.Expected.Amount * 1_000_000,
                    costs.Status == CostStatus.Priced ? Sum(prompt, counts.Output) : null)),
            null,
            reference.Owner)
        {
            LongContext = meter.LongContext,
        };
    }

    /// <summary>What caching saved: read · (p − r) − write · (w − p), with the rates that were paid.</summary>
    private Usd? Realised(ModelRow row, Meter meter, DateOnly day)
    {
        var (read, write) = (row.CacheReadTokens ?? Tokens.Zero, row.CacheWriteTokens ?? Tokens.Zero);
        if (row.Model is null || row.CostUsd is null || row.Scope == RoutingScope.Provisioned)
        {
            return null;
        }

        var key = new PriceKey(row.Model, row.Scope, meter.Region, meter.Tier ?? ServiceTier.Standard);
        return book.Find(key, day)?.Rates.Input is { } input
            ? (read * input) - row.Cost.CacheRead - (row.Cost.CacheWrite - (write * input))
            : null;
    }

    private IReadOnlyDictionary<string, string> TagsOf(Meter meter)
    {
        var id = ModelResolver.ShortId(meter.ModelId);
        return inventory.Profiles.FirstOrDefault(
                each => each.Account == meter.Account && each.Region == meter.Region && each.Id == id)?.Tags
            ?? inventory.Provisioned.FirstOrDefault(
                each => each.Account == meter.Account && each.Region == meter.Region
                    && ModelResolver.ShortId(each.Arn) == id)?.Tags
            ?? new Dictionary<string, string>();
    }

    private static Tokens? Of(long? count) => count is { } known ? new Tokens(known) : null;

    /// <summary>The sum of what is known; null where nothing is.</summary>
    private static long? Sum(params ReadOnlySpan<long?> parts)
    {
        long? sum = null;
        foreach (var part in parts)
        {
            sum = part is null ? sum : (sum ?? 0) + part;
        }

        return sum;
    }
}
