namespace Assay.Analysis.Simulation.Capacity;

/// <summary>What somebody said of the capacity to be weighed.</summary>
/// <param name="Day">On which it would be bought.</param>
public sealed record CapacityQuestion(DateOnly Day)
{
    /// <summary>The term under which a price stands that was given without one.</summary>
    public const string AnyTerm = "";

    /// <summary>A kind that is sold by size, and no other; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>A term, and no other; null for all.</summary>
    public string? Term { get; init; }

    /// <summary>Whose capacity, where the demand does not say it itself.</summary>
    public string? Model { get; init; }

    public string? Region { get; init; }

    /// <summary>Price of capacity as a part below the list price, by term.</summary>
    public IReadOnlyDictionary<string, decimal> Discounts { get; init; } = new Dictionary<string, decimal>();

    /// <summary>US dollars of one unit for an hour, by term.</summary>
    public IReadOnlyDictionary<string, decimal> UnitPrices { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Demand that one unit serves in one window.</summary>
    public decimal? UnitCapacity { get; init; }

    /// <summary>Tokens a minute that a unit of a model serves, by the model's id, where that was set.</summary>
    public IReadOnlyDictionary<string, decimal> UnitCapacities { get; init; } = new Dictionary<string, decimal>();

    /// <summary>US dollars of a million of the demand on demand; null where it is not said.</summary>
    public decimal? ListPrice { get; init; }

    /// <summary>Months after which the model is supposed to be replaced.</summary>
    public IReadOnlyList<decimal> ReplacedAfter { get; init; } = [0.5m, 1, 3];

    /// <summary>What prices that were given are of.</summary>
    public string KindOfPrices => Kind ?? CapacityKind.Reserved;

    /// <summary>Whether a kind and a term are asked about.</summary>
    public bool Asks(string kind, string? term) =>
        (Kind is null || Kind == kind) && (Term is null || Term == term);
}
