using Assay.Models;

namespace Assay.Calls;

/// <summary>
/// One model invocation: its tokens, caller, model, times and the shape of its prompt, never its text. An unknown is
/// null, never zero. Token counts exclude one another, as invocation logs count them: <see cref="Input"/> is what was
/// neither read from nor written to a cache.
/// </summary>
public sealed record CallEntry
{
    /// <summary>The request id where it is a UUID; otherwise made of it, or of file and line.</summary>
    public required Guid Id { get; init; }

    /// <summary>Line of the file, from 1.</summary>
    public required long Line { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>Twelve digits; <c>unknown</c> in traces, which name none.</summary>
    public required string Account { get; init; }

    /// <summary>Where the call was sent.</summary>
    public required string Region { get; init; }

    /// <summary>Where it was processed; null where the log doesn't say.</summary>
    public string? InferenceRegion { get; init; }

    /// <summary>As the caller gave it: an id, a profile's id or an ARN.</summary>
    public required string ModelId { get; init; }

    public required string Operation { get; init; }

    /// <summary>Null where the record doesn't tell (InvokeModel sends it in a header, which is not logged).</summary>
    public ServiceTier? Tier { get; init; }

    /// <summary>The role, user or other principal, without its session.</summary>
    public string? Caller { get; init; }

    public string? Session { get; init; }

    /// <summary>The source's own name of the conversation; null where Assay has to find it.</summary>
    public string? Thread { get; init; }

    /// <summary>The caller's request metadata as a JSON object with sorted keys; null where none was sent.</summary>
    public string? Metadata { get; init; }

    public long? Input { get; init; }

    public long? Output { get; init; }

    public long? CacheRead { get; init; }

    public long? CacheWrite5m { get; init; }

    public long? CacheWrite1h { get; init; }

    public long? CacheWrite30m { get; init; }

    public long? CacheWriteUnknownTtl { get; init; }

    /// <summary>The output that was allowed for.</summary>
    public long? MaxTokens { get; init; }

    public string? Stop { get; init; }

    public long? LatencyMs { get; init; }

    public long? FirstTokenMs { get; init; }

    /// <summary>The service's error code; null for calls that succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>Names of the request's tools as a JSON array; null where there were none or nobody knows.</summary>
    public string? ToolsOffered { get; init; }

    /// <summary>Names of the tools that the answer calls, in order, as a JSON array.</summary>
    public string? ToolsUsed { get; init; }

    /// <summary>Cache points: <c>depth:ttl</c>, parted by spaces; null where the body is not known.</summary>
    public string? CachePoints { get; init; }

    /// <summary>The last node of the prompt; null where its shape is not known.</summary>
    public long? Leaf { get; init; }

    /// <summary>In a trace, whole prompt blocks up to the leaf's end for this call.</summary>
    public int? LeafBlocks { get; init; }

    /// <summary>The node that a prompt passes which repeats this call's prompt and answer.</summary>
    public long? AnswerLeaf { get; init; }

    /// <summary>The same where the caller leaves out the model's reasoning; null where there is none.</summary>
    public long? AnswerLeafPlain { get; init; }

    /// <summary>Hash of the answer's own content.</summary>
    public long? Answer { get; init; }

    /// <summary>Hash of the templates of tools and system: what one place of somebody's code keeps.</summary>
    public long? Skeleton { get; init; }
}
