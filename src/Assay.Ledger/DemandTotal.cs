namespace Assay.Ledgers;

/// <summary>Tokens a minute that a meter took of its capacity, over the minutes that had any.</summary>
/// <param name="Minutes">How many minutes had traffic.</param>
public sealed record DemandTotal(int MeterId, decimal P95, decimal Peak, decimal Sum, long Minutes);
