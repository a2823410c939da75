using Assay.Analysis.Levers;
using Assay.Analysis.Replay;
using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Reporting;

/// <summary>From rows to what levers look at: each with its plan as it is called today.</summary>
internal sealed class EvidenceBuilder(PriceBook book, Inventory inventory, Window window, DateOnly day)
{
    public RowEvidence Of(BuiltRow built)
    {
        var row = built.Row;
        var key = row.Scope is RoutingScope.Provisioned ? new PriceKey(row.Model ?? row.ModelId, row.Scope, row.Region)
            : row.Model is { } model && row.Scope != RoutingScope.Unknown
                ? new PriceKey(model, row.Scope, row.Region, row.Tier ?? ServiceTier.Standard)
                : null;
        return new(
            built.Index, row, built.Model, key, key is null ? null : PlanOf(row, key),
            Distribution(row, "InputTokenCount"), Distribution(row, "OutputTokenCount"), built.ActiveHours,
            CallId(row));
    }

    /// <returns>Null where the row has no price today, or where its hours have none.</returns>
    private Plan? PlanOf(Reports.ModelRow row, PriceKey key)
    {
        if (row.CostStatus != Reports.CostStatus.Priced)
        {
            return null;
        }

        var month = 720 / window.Hours;
        var part = new Part(
            key,
            (row.InputTokens?.Count ?? 0) * month,
            (row.OutputTokens?.Count ?? 0) * month,
            (row.CacheReadTokens?.Count ?? 0) * month,
            (row.CacheWriteTokens?.Count ?? 0) * month);
        var plan = new Plan([part], row.Cost.Provisioned * month);
        return plan.Cost(book, day) is null ? null : plan;
    }

    private string CallId(Reports.ModelRow row) => inventory.Profiles.FirstOrDefault(
        each => each.IsApplication && each.Account == row.Account && each.Region == row.Region
            && each.Id == row.ModelId)?.Arn
        ?? row.ModelId;

    private Fact.Distribution? Distribution(Reports.ModelRow row, string metric) =>
        inventory.Distributions.FirstOrDefault(each => each.Metric == metric
            && each.Meter.Account == row.Account && each.Meter.Region == row.Region
            && each.Meter.Endpoint == row.Endpoint && each.Meter.ModelId == row.ModelId);
}
