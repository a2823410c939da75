namespace Assay.Ledgers;

/// <summary>Why a meter has no price, or which assumption its price needed.</summary>
public sealed record PricingNote(int MeterId, string Note, bool Unpriced);
