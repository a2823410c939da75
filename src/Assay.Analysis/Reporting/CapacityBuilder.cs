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
        [.. account.Provisioned.Select(each => Row(ProvisionedFacts.Of(account, each.Row, each.Model)))];

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
