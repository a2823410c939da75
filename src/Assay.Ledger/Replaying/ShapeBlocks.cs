namespace Assay.Ledgers.Replaying;

/// <summary>What the blocks of a <see cref="ShapeTree"/> hold, in its order.</summary>
public sealed class ShapeBlocks(int count)
{
    /// <summary>Hash of a block's own content, whatever stands before it.</summary>
    public long[] Content { get; } = new long[count];

    /// <summary>The same with digits, UUIDs and dates masked.</summary>
    public long[] Template { get; } = new long[count];

    /// <summary>Its length as JSON without white space.</summary>
    public int[] Bytes { get; } = new int[count];
}
