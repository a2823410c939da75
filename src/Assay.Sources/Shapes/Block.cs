using System.Buffers;
using Assay.Calls;
using Assay.Sources.Json;

namespace Assay.Sources.Shapes;

/// <summary>
/// One block of a message, a system prompt or a list of tools, whichever API's way it is written. Its content is what
/// the service can see: the text alone of a text block; name, id and input of a tool's use; never a cache point, which
/// marks a place and is no part of the prompt.
/// </summary>
/// <param name="Name">The name of the tool; not there in most.</param>
/// <param name="Cache">The mark that the block is cached up to here; not there in most.</param>
internal readonly record struct Block(BlockKind Kind, JsonValue Value, JsonValue Name, JsonValue Cache)
{
    /// <summary>Reads an item of a content list; a mere string is a text.</summary>
    public static Block Of(JsonValue item)
    {
        if (item.IsText)
        {
            return OfText(item);
        }

        var (type, text, named, kind, cache) = (default(JsonValue), default(JsonValue), default(JsonValue),
            BlockKind.Other, default(JsonValue));
        foreach (var member in item)
        {
            if (member.Is("type"u8))
            {
                type = member.Value;
            }
            else if (member.Is("text"u8))
            {
                text = member.Value;
            }
            else if (member.Is("cache_control"u8) || member.Is("cachePoint"u8)
                || member.Is("prompt_cache_breakpoint"u8))
            {
                cache = member.Value;
            }
            else if (BlockWords.KindOf(member.Key) is { } converse)
            {
                (kind, named) = (converse, member.Value);
            }
        }

        kind = type.Exists ? BlockWords.KindOfType(type) : text.IsText ? BlockKind.Text : kind;
        var value = kind == BlockKind.Text && text.IsText ? text : named.Exists && !type.Exists ? named : item;
        return new(kind, value, kind == BlockKind.ToolUse ? value["name"u8] : default, cache);
    }

    public static Block OfText(JsonValue text) => new(BlockKind.Text, text, default, default);

    /// <summary>A tool: Converse's <c>toolSpec</c>, Anthropic's or OpenAI's definition.</summary>
    public static Block OfTool(JsonValue tool)
    {
        var spec = tool["toolSpec"u8];
        var function = tool["function"u8];
        var named = spec.IsObject ? spec : function.IsObject ? function : tool;
        var mark = tool["cachePoint"u8];
        return new(BlockKind.Tool, tool, named["name"u8], mark.Exists ? mark : tool["cache_control"u8]);
    }

    /// <summary>Only marks a place: Converse's cache points stand as items of their own.</summary>
    public bool IsCachePointOnly => Kind == BlockKind.Other && Cache.Exists && !Value["type"u8].Exists;

    public string? ToolName => Name.String;

    /// <summary>Values of equal bytes have equal contents where this is equal too. Never 0.</summary>
    public int Form => ((int)Kind << 2) | (Cache.Exists ? 3 : 1);

    /// <summary>The bytes that are hashed.</summary>
    public ReadOnlySpan<byte> Content(ArrayBufferWriter<byte> scratch)
    {
        if (Kind is BlockKind.ToolUse or BlockKind.ToolResult)
        {
            scratch.ResetWrittenCount();
            BlockWords.WriteTool(Value, Kind, scratch);
            return scratch.WrittenSpan;
        }

        var hasMark = Cache.Exists && !Value.IsText;
        if (!Value.IsOddlyWritten && !hasMark)
        {
            return Value.Raw;
        }

        scratch.ResetWrittenCount();
        if (hasMark && Value.IsObject)
        {
            BlockWords.WriteWithoutMark(Value, scratch);
        }
        else
        {
            Canonical.Write(Value, scratch);
        }

        return scratch.WrittenSpan;
    }
}
