namespace Assay.Ledgers;

/// <summary>What the catalogue knows of a model in use, as checks ask for it.</summary>
/// <param name="SameTokenizer">Whether the successor counts the same text alike; null where there is none.</param>
/// <param name="BurnDown">Quota tokens that an output token takes; null where not known.</param>
public sealed record KnownModelRow(
    string Model, string Name, string Status, DateOnly? LegacyFrom, DateOnly? EndOfLife, string? Successor,
    string? SuccessorName, bool? SameTokenizer, int? BurnDown);
