using Assay.Units;
using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>All that is derived from prices and the catalogue, and replaced each time.</summary>
/// <param name="PriceBook">Digest of the price book.</param>
/// <param name="Notes">Asked last, because reading the items makes them.</param>
public sealed record Repricing(
    string PriceBook,
    IEnumerable<ModelReferenceRow> References,
    IEnumerable<LineItem> Items,
    Func<IEnumerable<PricingNote>> Notes)
{
    public IReadOnlyList<KnownModelRow> Models { get; init; } = [];

    /// <summary>By meter; null where a price is not known.</summary>
    public IReadOnlyList<(int MeterId, Window Window, Usd? Cost)> Successors { get; init; } = [];
}
