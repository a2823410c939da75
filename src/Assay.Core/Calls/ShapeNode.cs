namespace Assay.Calls;

/// <summary>
/// One node of the prefix tree of prompts: a block after the blocks before it. A call names its last node only, so a
/// conversation of n turns is n nodes. Every hash is made with a key that the ledger does not hold.
/// </summary>
/// <param name="Id">Made of the parent's id and this block: equal prefixes have equal ids, whoever read them.</param>
/// <param name="Parent">The node of the block before; null for the first block of a prompt.</param>
/// <param name="Depth">Blocks before this one; in a trace, trace blocks before this run.</param>
/// <param name="Bytes">UTF-8 bytes of this block as JSON writes it; 0 for runs.</param>
/// <param name="BytesUpTo">The same, of the whole prefix, this block included.</param>
/// <param name="Content">Hash of the block's own content; for runs the first id.</param>
/// <param name="Template">Hash of the content with its digits, ids and dates masked; 0 for runs.</param>
/// <param name="ToolName">Of a tool's definition or use; null elsewhere.</param>
/// <param name="Count">Trace blocks in the run; 1 elsewhere.</param>
/// <param name="BlockTokens">Tokens of one trace block; null where tokens are not known block by block.</param>
public readonly record struct ShapeNode(
    long Id,
    long? Parent,
    int Depth,
    BlockRole Role,
    BlockKind Kind,
    int Bytes,
    long BytesUpTo,
    long Content,
    long Template,
    string? ToolName,
    int Count = 1,
    int? BlockTokens = null);
