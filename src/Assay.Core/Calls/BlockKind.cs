namespace Assay.Calls;

/// <summary>What a block of a prompt is.</summary>
public enum BlockKind
{
    /// <summary>Consecutive prompt blocks of a token trace, which has ids in place of contents.</summary>
    Run,

    /// <summary>The definition of a tool.</summary>
    Tool,
    Text,
    Image,
    Document,
    Video,
    Audio,
    ToolUse,
    ToolResult,
    Reasoning,
    Other,
}
