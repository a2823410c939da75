using Assay.Analysis.Simulation.Capacity;
using Assay.Diagnostics;

namespace Assay.Cli.Running;

/// <summary>What was said of the price of capacity.</summary>
/// <param name="Discount">From the list price; null where the price is said by the unit.</param>
/// <param name="UnitPrice">US dollars of one unit for an hour.</param>
/// <param name="UnitCapacity">Demand that one unit serves in one window.</param>
/// <param name="ListPrice">US dollars of a million units of demand on demand; null where it is not said.</param>
internal sealed record CapacityRequest(
    string Kind, decimal? Discount, decimal? UnitPrice, decimal? UnitCapacity, decimal? ListPrice)
{
    public static readonly string[] Kinds = ["reserved", "provisioned"];

    private const decimal Million = 1_000_000;

    /// <param name="ofLedger">US dollars of one unit of demand, as the ledger's calls cost; null for a file.</param>
    /// <exception cref="AssayException">The options do not make a price.</exception>
    public (CapacityOffer Offer, IReadOnlyList<string> Assumptions) Offer(CapacityDemand demand, decimal? ofLedger)
    {
        List<string> assumptions =
        [
            "what does not fit is served on demand at the list price, and capacity is paid in every window",
        ];
        var list = ListPrice / Million ?? ofLedger;
        if (ofLedger is not null)
        {
            assumptions.Add("a token of the demand costs what the ledger's calls cost on average");
        }

        if (Discount is { } discount)
        {
            if (list is null)
            {
                assumptions.Add("no list price was given: a unit of demand costs 1 USD; --list-price sets it");
            }

            return (new CapacityOffer(Kind, (list ?? 1) * (1 - discount), list ?? 1), assumptions);
        }

        if (UnitPrice is not { } price || UnitCapacity is not > 0 || list is null)
        {
            throw new AssayException(
                ExitCode.Usage,
                "the price of capacity is not known",
                "add --discount 0.10, or --unit-price USD --unit-capacity N (and --list-price USD with --demand), or "
                    + "in place of the price --term 6-month --model ID --region REGION");
        }

        var capacity = UnitCapacity.Value;
        assumptions.Add($"a unit serves {capacity} a window, and any mix of it");
        return (
            new CapacityOffer(Kind, price * demand.WindowSeconds / 3600 / capacity, list.Value, capacity),
            assumptions);
    }
}
