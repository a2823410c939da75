using Assay.Analysis.Pricing;
using Assay.Ledgers;
using Assay.Models;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>
/// What one unit of each provisioned model took in its best window. AWS publishes no throughput of a model unit, and a
/// window that was served shows at least so much.
/// </summary>
internal sealed class UnitPeaks(Inventory inventory)
{
    private readonly Dictionary<string, decimal> most = [];
    private readonly Dictionary<string, (long Window, decimal Amount)> last = [];

    /// <summary>Null for a meter that is of no provisioned model in service.</summary>
    public Fact.ProvisionedModel? ModelOf(Meter meter) => inventory.Provisioned.FirstOrDefault(
        each => ProvisionedHours.IsBilled(each) && each.Account == meter.Account && each.Region == meter.Region
            && ModelResolver.ShortId(each.Arn) == ModelResolver.ShortId(meter.ModelId));

    /// <summary>Windows of one model come in the order of time.</summary>
    public void Add(Fact.ProvisionedModel model, long window, decimal amount)
    {
        var (at, sum) = last.GetValueOrDefault(model.Arn, (window, 0));
        sum = (at == window ? sum : 0) + amount;
        last[model.Arn] = (window, sum);
        most[model.Arn] = Math.Max(most.GetValueOrDefault(model.Arn), sum);
    }

    public (decimal Amount, string Name)? Best => inventory.Provisioned
        .Where(each => most.GetValueOrDefault(each.Arn) > 0 && each.ModelUnits > 0)
        .Select(each => (Amount: most[each.Arn] / each.ModelUnits, each.Name))
        .OrderByDescending(each => each.Amount).ThenBy(each => each.Name, StringComparer.Ordinal)
        .Select(each => ((decimal, string)?)each).FirstOrDefault();
}
