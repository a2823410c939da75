using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>What one commit added.</summary>
/// <param name="Kept">Calls that were new, and their tokens.</param>
/// <param name="Duplicates">Calls that the ledger, or another file of the same commit, held already.</param>
public sealed record IngestTotal(long Kept, long Duplicates, TokenCounts Tokens)
{
    public static IngestTotal Zero { get; } = new(0, 0, default);

    public static IngestTotal operator +(IngestTotal a, IngestTotal b) =>
        new(a.Kept + b.Kept, a.Duplicates + b.Duplicates, a.Tokens + b.Tokens);
}
