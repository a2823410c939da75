using System.Buffers;
using Assay.Calls;
using Assay.Sources.Json;

namespace Assay.Sources.Shapes;

/// <summary>What the APIs call the kinds of blocks, and how their contents are put into bytes.</summary>
internal static class BlockWords
{
    /// <summary>The kind that a member of a Converse content block stands for; null for other members.</summary>
    public static BlockKind? KindOf(JsonValue key) => key.Raw switch
    {
        [(byte)'i', ..] when key.Says("image"u8) => BlockKind.Image,
        [(byte)'d', ..] when key.Says("document"u8) => BlockKind.Document,
        [(byte)'v', ..] when key.Says("video"u8) => BlockKind.Video,
        [(byte)'a', ..] when key.Says("audio"u8) => BlockKind.Audio,
        [(byte)'t', ..] when key.Says("toolUse"u8) => BlockKind.ToolUse,
        [(byte)'t', ..] when key.Says("toolResult"u8) => BlockKind.ToolResult,
        [(byte)'r', ..] when key.Says("reasoningContent"u8) => BlockKind.Reasoning,
        _ => null,
    };

    /// <summary>The kind that Anthropic's or OpenAI's <c>type</c> names.</summary>
    public static BlockKind KindOfType(JsonValue type) => type.String switch
    {
        "text" or "input_text" or "output_text" => BlockKind.Text,
        "image" or "image_url" or "input_image" => BlockKind.Image,
        "document" or "input_file" or "file" => BlockKind.Document,
        "input_audio" => BlockKind.Audio,
        "tool_use" or "function_call" or "function" => BlockKind.ToolUse,
        "tool_result" or "function_call_output" => BlockKind.ToolResult,
        "thinking" or "redacted_thinking" or "reasoning" => BlockKind.Reasoning,
        _ => BlockKind.Other,
    };

    /// <summary>
    /// A tool's use or result by its parts in one order, because the answer that made it and the request that repeats
    /// it may hold them in another.
    /// </summary>
    public static void WriteTool(JsonValue value, BlockKind kind, IBufferWriter<byte> output)
    {
        var function = value["function"u8];
        ReadOnlySpan<JsonValue> parts = kind == BlockKind.ToolUse
            ?
            [
                First(value, "toolUseId"u8, "id"u8, "call_id"u8),
                First(function.IsObject ? function : value, "name"u8, default, default),
                First(function.IsObject ? function : value, "input"u8, "arguments"u8, default),
            ]
            :
            [
                First(value, "toolUseId"u8, "tool_use_id"u8, "call_id"u8),
                First(value, "content"u8, "output"u8, default),
                First(value, "status"u8, "is_error"u8, default),
            ];
        foreach (var part in parts)
        {
            if (part.Exists)
            {
                Canonical.WriteQuoted(part, output);
            }

            output.Write("\0"u8);
        }
    }

    /// <summary>A block as it would be without its cache mark.</summary>
    public static void WriteWithoutMark(JsonValue value, IBufferWriter<byte> output)
    {
        output.Write("{"u8);
        var isFirst = true;
        foreach (var member in value)
        {
            if (!member.Is("cache_control"u8) && !member.Is("prompt_cache_breakpoint"u8))
            {
                output.Write(isFirst ? ""u8 : ","u8);
                Canonical.WriteQuoted(member.Key, output);
                output.Write(":"u8);
                Canonical.WriteQuoted(member.Value, output);
                isFirst = false;
            }
        }

        output.Write("}"u8);
    }

    private static JsonValue First(
        JsonValue of, ReadOnlySpan<byte> name, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        var found = of[name];
        found = found.Exists || second.IsEmpty ? found : of[second];
        return found.Exists || third.IsEmpty ? found : of[third];
    }
}
