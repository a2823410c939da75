namespace Assay.Ledgers.Replaying;

/// <summary>
/// Calls in the order in which they were made, as one array a column; the first <see cref="Count"/> of each are set.
/// An unknown count of input or output is -1. One batch is filled again and again: what is to be kept is copied.
/// </summary>
public sealed class CallBatch
{
    /// <summary>Calls that a batch holds at most.</summary>
    public const int Size = Chunks.MostRows;

    public int Count { get; internal set; }

    /// <summary>Microseconds since 1970.</summary>
    public long[] Time { get; } = new long[Size];

    /// <summary>Meter and workload: a place in <see cref="CallSequence.Groups"/>.</summary>
    public int[] Group { get; } = new int[Size];

    /// <summary>The inference Region: a place in <see cref="CallSequence.Lanes"/>.</summary>
    public int[] Lane { get; } = new int[Size];

    /// <summary>The prompt's last node, a place in the <see cref="ShapeTree"/>; -1 where there is none.</summary>
    public int[] Leaf { get; } = new int[Size];

    /// <summary>In a trace, whole blocks of the prompt; -1 where the source has no such blocks.</summary>
    public int[] LeafBlocks { get; } = new int[Size];

    public long[] Input { get; } = new long[Size];

    public long[] Output { get; } = new long[Size];

    public long[] CacheRead { get; } = new long[Size];

    public long[] CacheWrite5m { get; } = new long[Size];

    public long[] CacheWrite1h { get; } = new long[Size];

    public long[] CacheWrite30m { get; } = new long[Size];

    public long[] CacheWriteUnknownTtl { get; } = new long[Size];
}
