using Assay.Units;
using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>A workload in a window.</summary>
/// <param name="Conversations">Null where conversations are not known.</param>
public sealed record WorkloadTotal(
    WorkloadRecord Workload, long Calls, long? Conversations, TokenCounts Tokens, Usd? Cost);
