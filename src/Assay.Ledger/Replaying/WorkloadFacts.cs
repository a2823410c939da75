namespace Assay.Ledgers.Replaying;

/// <summary>What counting tells of a workload's calls in a window.</summary>
public sealed record WorkloadFacts
{
    public required long Calls { get; init; }

    /// <summary>Calls that ended in an error.</summary>
    public required long Failed { get; init; }

    public required long Conversations { get; init; }

    /// <summary>The operation that most calls are made with: <c>Converse</c>, <c>InvokeModel</c>, …</summary>
    public required string Operation { get; init; }

    /// <summary>Tokens of the median prompt.</summary>
    public required long MedianPrompt { get; init; }

    public required OutputSpread Output { get; init; }

    /// <summary>Tokens of the longest answer.</summary>
    public required long MostOutput { get; init; }

    /// <summary>Calls that ask for no maximum of output, or whose maximum nobody knows.</summary>
    public required long WithoutMaximum { get; init; }

    /// <summary>The maximum that calls ask for; null where none does.</summary>
    public required long? MedianMaximum { get; init; }

    /// <summary>Calls that ended because their maximum was reached.</summary>
    public required long Stopped { get; init; }

    /// <summary>Calls whose answer is known, as a hash.</summary>
    public required long Answers { get; init; }

    public required long DistinctAnswers { get; init; }

    public required bool OffersTools { get; init; }

    /// <summary>Calls whose answer uses a tool.</summary>
    public required long UsesTools { get; init; }

    /// <summary>Calls that ask for caching.</summary>
    public required long WithCachePoints { get; init; }

    /// <summary>Calls that read from a cache without having asked for one: the service's own caching.</summary>
    public required long ReadImplicitly { get; init; }

    /// <summary>Calls whose answer comes piece by piece: somebody reads it as it comes.</summary>
    public required long Streamed { get; init; }

    /// <summary>Inference Regions that the log names.</summary>
    public required long Regions { get; init; }

    /// <summary>Calls that follow another of their conversation.</summary>
    public required long FollowUps { get; init; }

    /// <summary>Of these, calls more than five minutes after it.</summary>
    public required long AfterFiveMinutes { get; init; }

    /// <summary>Of these, calls more than an hour after it.</summary>
    public required long AfterAnHour { get; init; }
}
