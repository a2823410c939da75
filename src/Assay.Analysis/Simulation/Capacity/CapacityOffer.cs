namespace Assay.Analysis.Simulation.Capacity;

/// <summary>At which prices capacity is weighed against on-demand calls.</summary>
/// <param name="Kind"><c>reserved</c> or <c>provisioned</c>.</param>
/// <param name="Price">US dollars of capacity for one unit of demand, for one window.</param>
/// <param name="ListPrice">US dollars of one unit of demand on demand.</param>
/// <param name="Step">Capacity is sold in multiples of so much; 0 where any size is.</param>
public sealed record CapacityOffer(string Kind, decimal Price, decimal ListPrice, decimal Step = 0)
{
    /// <summary>
    /// US dollars of all windows that are paid whatever is bought: what the Reserved tier does not serve.
    /// </summary>
    public decimal Apart { get; init; }

    /// <summary>The utilisation at which it costs what on-demand calls cost; above 1 it never pays.</summary>
    public decimal? BreakEven => ListPrice > 0 ? Price / ListPrice : null;
}
