namespace Assay.Sources.Shapes;

/// <summary>A place in the prefix tree.</summary>
/// <param name="Node">Of the last block; null before the first.</param>
/// <param name="Chain">The node's id, or before the first block the root's.</param>
internal readonly record struct ShapeCursor(long? Node, long Chain, int Depth, long Bytes);
