namespace Assay.Analysis.Simulation.Capacity;

/// <summary>Capacity that could be bought, for one term.</summary>
/// <param name="Term">Null where a price was given without one.</param>
/// <param name="Offer">Of the demand taken as one amount; null where <paramref name="Missing"/> says why.</param>
internal sealed record CapacityOffered(string Kind, string? Term, CapacityOffer? Offer, string? Missing)
{
    /// <summary>Input and output apart; null where their prices or tokens are not known apart.</summary>
    public (LanePrice Input, LanePrice Output)? Lanes { get; init; }

    /// <summary>It was priced by who asks, not by the book.</summary>
    public bool IsGiven { get; init; }

    /// <summary>What its price rests on.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>Why AWS would not sell it today; null where nothing is known against it.</summary>
    public string? NotSold { get; init; }
}
