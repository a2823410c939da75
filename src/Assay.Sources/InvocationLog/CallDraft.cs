using Assay.Calls;
using Assay.Models;

namespace Assay.Sources.InvocationLog;

/// <summary>A call while its record is read: what was found so far, and how it becomes an entry.</summary>
internal sealed class CallDraft
{
    public required Guid Id { get; init; }

    public required long Line { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Account { get; init; }

    public required string Region { get; init; }

    public required string ModelId { get; init; }

    public required string Operation { get; init; }

    public string? InferenceRegion { get; set; }

    public string? Caller { get; set; }

    public string? Session { get; set; }

    public string? Metadata { get; set; }

    public string? Error { get; set; }

    /// <summary>Counts of the record itself, outside of the bodies.</summary>
    public long? Input { get; set; }

    public long? Output { get; set; }

    public long? CacheRead { get; set; }

    public long? CacheWrite { get; set; }

    public ServiceTier? Tier { get; set; }

    public long? MaxTokens { get; set; }

    public string? Stop { get; set; }

    public long? LatencyMs { get; set; }

    public long? FirstTokenMs { get; set; }

    public string? ToolsOffered { get; set; }

    public string? ToolsUsed { get; set; }

    public string? CachePoints { get; set; }

    public long? Leaf { get; set; }

    public long? Skeleton { get; set; }

    public (long Hash, long Leaf, long? PlainLeaf)? Answer { get; set; }

    public BodyUsage Usage;

    public CallEntry Entry()
    {
        var split = Usage;
        var (read, write) = (CacheRead ?? Usage.CacheRead, CacheWrite ?? Usage.CacheWrite ?? SplitSum);
        // A split that says more than was written is no split.
        if (SplitSum is { } sum && sum > (write ?? 0))
        {
            (split.CacheWrite5m, split.CacheWrite1h, split.CacheWrite30m) = (null, null, null);
        }

        var told = (split.CacheWrite5m ?? 0) + (split.CacheWrite1h ?? 0) + (split.CacheWrite30m ?? 0);
        var input = UncachedInput(read ?? 0, write ?? 0);
        return Entry(split, (input, read, write, write - told));
    }

    private CallEntry Entry(
        in BodyUsage split, (long? Input, long? CacheRead, long? CacheWrite, long? UnknownTtl) counts) => new()
        {
            Id = Id,
            Line = Line,
            Time = Time,
            Account = Account,
            Region = Region,
            ModelId = ModelId,
            Operation = Operation,
            InferenceRegion = InferenceRegion,
            Tier = Tier,
            Caller = Caller,
            Session = Session,
            Metadata = Metadata,
            Input = counts.Input,
            Output = Output ?? Usage.Output,
            CacheRead = counts.CacheRead,
            CacheWrite5m = Part(split.CacheWrite5m, counts.CacheWrite),
            CacheWrite1h = Part(split.CacheWrite1h, counts.CacheWrite),
            CacheWrite30m = Part(split.CacheWrite30m, counts.CacheWrite),
            CacheWriteUnknownTtl = counts.UnknownTtl,
            MaxTokens = MaxTokens,
            Stop = Stop,
            LatencyMs = LatencyMs,
            FirstTokenMs = FirstTokenMs,
            Error = Error,
            ToolsOffered = ToolsOffered,
            ToolsUsed = ToolsUsed,
            CachePoints = CachePoints,
            Leaf = Leaf,
            AnswerLeaf = Answer?.Leaf,
            AnswerLeafPlain = Answer?.PlainLeaf,
            Answer = Answer?.Hash,
            Skeleton = Skeleton,
        };

    private long? SplitSum => Usage is { CacheWrite5m: null, CacheWrite1h: null, CacheWrite30m: null }
        ? null
        : (Usage.CacheWrite5m ?? 0) + (Usage.CacheWrite1h ?? 0) + (Usage.CacheWrite30m ?? 0);

    /// <summary>
    /// Input without reads and writes. Where the body's usage is inclusive and the record repeats its number, the
    /// record's is inclusive too, unless it is less than what it would have to include (bedrock.md 2.4).
    /// </summary>
    private long? UncachedInput(long read, long write)
    {
        var input = Input ?? Usage.Input;
        var isInclusive = Usage.IsInclusive && (Input is null || Input == Usage.Input) && read + write <= input;
        return isInclusive ? input - read - write : input;
    }

    /// <summary>A time to live that is not named was not used; where no writes are known, that isn't.</summary>
    private static long? Part(long? told, long? written) => told ?? (written is null ? null : 0);
}
