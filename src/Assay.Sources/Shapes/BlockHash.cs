namespace Assay.Sources.Shapes;

/// <param name="Content">Of the content as it is.</param>
/// <param name="Template">Of the content with digits, ids and dates masked.</param>
internal readonly record struct BlockHash(long Content, long Template);
