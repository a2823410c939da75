using Assay.Units;

namespace Assay.Ledgers;

/// <summary>A row that a check's query gave.</summary>
/// <param name="Region"><c>all</c> where it is about several.</param>
/// <param name="Title">One sentence with the number in it.</param>
/// <param name="Cost">Dollars of the window that it is about; null where none are known.</param>
public sealed record CheckHit(
    string Account, string Region, string? ModelId, string? Resource, string Title, string Reason, Usd? Cost);
