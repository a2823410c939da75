namespace Assay.Analysis.Simulation;

/// <summary>One call as it would be made; steps change it. Unknown input and output are -1.</summary>
internal struct ReplayedCall
{
    /// <summary>Microseconds since 1970.</summary>
    public long Time { get; set; }

    public int Group { get; set; }

    public int Lane { get; set; }

    public int Leaf { get; set; }

    public int LeafBlocks { get; set; }

    public long Input { get; set; }

    public long Output { get; set; }

    public long CacheRead { get; set; }

    public long CacheWrite5m { get; set; }

    public long CacheWrite1h { get; set; }

    public long CacheWrite30m { get; set; }

    public long CacheWriteUnknownTtl { get; set; }

    /// <summary>It is not made at all: another call's answer serves.</summary>
    public bool IsGone { get; set; }

    /// <summary>Tokens of tools that are no longer sent.</summary>
    public long DroppedTools { get; set; }

    /// <summary>
    /// Tokens of blocks that are not sent a second time: of each node, up to and including it. Null for none.
    /// </summary>
    public long[]? Repeats { get; set; }

    /// <summary>What is left out of the conversation; its default is nothing.</summary>
    public Gap Left { get; set; }

    public readonly long CacheWrite => CacheWrite5m + CacheWrite1h + CacheWrite30m + CacheWriteUnknownTtl;

    /// <summary>All that is sent; without the input, where that is unknown.</summary>
    public readonly long Prompt => Math.Max(Input, 0) + CacheRead + CacheWrite;

    /// <summary>Sends fewer tokens: what a cache held first, as what is dropped stands near the start.</summary>
    public void Drop(long tokens)
    {
        (CacheRead, tokens) = Less(CacheRead, tokens);
        (CacheWrite5m, tokens) = Less(CacheWrite5m, tokens);
        (CacheWrite1h, tokens) = Less(CacheWrite1h, tokens);
        (CacheWrite30m, tokens) = Less(CacheWrite30m, tokens);
        (CacheWriteUnknownTtl, tokens) = Less(CacheWriteUnknownTtl, tokens);
        Input = Less(Input, tokens).Left;
    }

    /// <summary>The same texts in tokens of another tokenizer.</summary>
    public void Recount(decimal ratio)
    {
        (Input, Output) = (Times(Input, ratio), Times(Output, ratio));
        (CacheRead, CacheWrite5m, CacheWrite1h) = (
            Times(CacheRead, ratio), Times(CacheWrite5m, ratio), Times(CacheWrite1h, ratio));
        (CacheWrite30m, CacheWriteUnknownTtl) = (Times(CacheWrite30m, ratio), Times(CacheWriteUnknownTtl, ratio));
    }

    /// <summary>The prompt as it would be without a cache.</summary>
    public void Uncache()
    {
        Input = Prompt;
        (CacheRead, CacheWrite5m, CacheWrite1h, CacheWrite30m, CacheWriteUnknownTtl) = (0, 0, 0, 0, 0);
    }

    /// <summary>An unknown count stays unknown.</summary>
    private static long Times(long count, decimal ratio) => count <= 0 ? count : (long)Math.Round(count * ratio);

    private static (long Left, long More) Less(long count, long tokens)
    {
        var taken = Math.Clamp(count, 0, tokens);
        return (count - taken, tokens - taken);
    }
}
