namespace Assay.Models;

/// <summary>What the service asks of a prompt-cache checkpoint of one model (bedrock.md 3.2).</summary>
/// <param name="MinTokens">Tokens before a checkpoint, cumulative, below which nothing is cached.</param>
/// <param name="Ttls">Times to live on offer, as <c>5m</c>, <c>1h</c>.</param>
/// <param name="Fields">Where a checkpoint may stand: <c>tools</c>, <c>system</c>, <c>messages</c>.</param>
/// <param name="MaxTokens">Most tokens that can be cached; null where no limit is known.</param>
public sealed record CachingRules(
    long? MinTokens, int? MaxCheckpoints, IReadOnlyList<string> Ttls, IReadOnlyList<string> Fields, long? MaxTokens);
