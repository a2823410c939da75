using Assay.Analysis.Levers;
using Assay.Analysis.Levers.ProvisionedThroughput;
using Assay.Analysis.Pricing;
using Assay.Models;
using Assay.Reports;
using Assay.Units;

namespace Assay.Analysis.Reporting;

/// <summary>
/// Each provisioned model against no capacity at all. What a model unit can carry is not published, so utilisation
/// stays unknown; cost does not.
/// </summary>
internal static class CapacityBuilder
{
    public static IReadOnlyList<CapacityRow> Build(AccountEvidence account) =>
    [
        .. account.Inventory.Provisioned.Where(ProvisionedHours.IsBilled)
            .Select(model => (Model: model, Row: account.Rows.FirstOrDefault(row =>
                row.Row.Account == model.Account && row.Row.Region == model.Region
                && ModelResolver.ShortId(row.Row.ModelId) == ModelResolver.ShortId(model.Arn))))
            .Where(pair => pair.Row is not null)
            .Select(pair => Row(ProvisionedFacts.Of(account, pair.Row!, pair.Model))),
    ];

    private static CapacityRow Row(ProvisionedFacts facts)
    {
        List<CapacitySize> sizes =
        [
            new(0, facts.OnDemand, null, new Share(1)),
            new(facts.Model.ModelUnits, facts.Monthly, null, new Share(0)),
        ];
        int? best = facts is { OnDemand: { } onDemand, Monthly: { } monthly }
            ? onDemand < monthly ? 0 : facts.Model.ModelUnits
            : null;
        return new(
            new CapacitySubject(facts.Model.Account, facts.Model.Region, facts.Base?.Id, facts.Model.Arn),
            "provisioned", sizes, best, facts.Demand?.P95, facts.OnDemand);
    }
}
