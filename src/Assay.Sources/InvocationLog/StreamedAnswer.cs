using System.Buffers;
using Assay.Calls;
using Assay.Sources.Json;
using Assay.Sources.Shapes;

namespace Assay.Sources.InvocationLog;

/// <summary>
/// Puts an answer together again from the events of a stream: Converse's, Anthropic's, or chunks of plain text. What
/// comes out hashes as the same answer does that came in one piece.
/// </summary>
internal sealed class StreamedAnswer(PromptShape shape)
{
    private readonly ArrayBufferWriter<byte> text = new(1 << 12);
    private readonly ArrayBufferWriter<byte> tool = new(1 << 10);
    private readonly StrictTape strict = new();
    private readonly JsonTape input = new();
    private CallDraft draft = null!;
    private List<string> tools = null!;
    private BlockKind? open;
    private (string Id, string Name) use;

    public void Begin(CallDraft call, List<string> toolNames)
    {
        (draft, tools, open) = (call, toolNames, null);
        text.ResetWrittenCount();
    }

    public void Read(JsonValue item)
    {
        foreach (var member in item)
        {
            var value = member.Value;
            switch (member.Key.Raw)
            {
                case [(byte)'c', (byte)'o', ..] when member.Is("contentBlockDelta"u8):
                    Delta(value["delta"u8]);
                    break;
                case [(byte)'c', (byte)'o', ..] when member.Is("contentBlockStart"u8):
                    Start(value["start"u8]["toolUse"u8], BlockKind.ToolUse);
                    break;
                case [(byte)'c', (byte)'o', ..] when member.Is("content_block"u8):
                    Start(value, BlockWords.KindOfType(value["type"u8]));
                    break;
                case [(byte)'d', ..] when member.Is("delta"u8):
                    Delta(value);
                    draft.Stop = ResponseBody.Stop(value) ?? draft.Stop;
                    break;
                case [(byte)'t', ..] when member.Is("type"u8) && value.Says("content_block_stop"u8):
                case [(byte)'c', ..] when member.Is("contentBlockStop"u8):
                    Close();
                    break;
                default:
                    Whole(member);
                    break;
            }
        }
    }

    public void End() => Close();

    /// <summary>Events that tell of the whole answer, and chunks of vendors that have no blocks.</summary>
    private void Whole(JsonMember member)
    {
        var value = member.Value;
        if (member.Is("messageStop"u8))
        {
            draft.Stop = ResponseBody.Stop(value) ?? draft.Stop;
        }
        else if (member.Is("metadata"u8))
        {
            draft.Usage.Read(value["usage"u8]);
            draft.LatencyMs = BodyUsage.Count(value["metrics"u8]["latencyMs"u8]) ?? draft.LatencyMs;
            draft.Tier = RequestBody.TierOf(value) ?? draft.Tier;
        }
        else if (member.Is("message"u8))
        {
            draft.Usage.Read(value["usage"u8]);
        }
        else if (member.Is("usage"u8))
        {
            draft.Usage.Read(value);
        }
        else if (member.Is("amazon-bedrock-invocationMetrics"u8))
        {
            draft.Usage.Read(value);
            draft.LatencyMs = BodyUsage.Count(value["invocationLatency"u8]) ?? draft.LatencyMs;
            draft.FirstTokenMs = BodyUsage.Count(value["firstByteLatency"u8]) ?? draft.FirstTokenMs;
        }
        else
        {
            Chunk(member);
        }
    }

    private void Chunk(JsonMember member)
    {
        var value = member.Value;
        if (member.Is("outputText"u8) || member.Is("generation"u8) || member.Is("completion"u8))
        {
            Append(BlockKind.Text, value);
        }
        else if (member.Is("choices"u8))
        {
            foreach (var choice in value.Items)
            {
                Append(BlockKind.Text, choice["delta"u8]["content"u8]);
                draft.Stop = ResponseBody.Stop(choice) ?? draft.Stop;
            }
        }
        else if (member.Is("completionReason"u8) || member.Is("stop_reason"u8))
        {
            draft.Stop = value.String ?? draft.Stop;
        }
        else if (member.Is("inputTextTokenCount"u8) || member.Is("prompt_token_count"u8))
        {
            draft.Usage.Input = BodyUsage.Count(value) ?? draft.Usage.Input;
        }
        else if (member.Is("totalOutputTextTokenCount"u8) || member.Is("generation_token_count"u8))
        {
            draft.Usage.Output = BodyUsage.Count(value) ?? draft.Usage.Output;
        }
    }

    private void Start(JsonValue block, BlockKind kind)
    {
        Close();
        if (kind == BlockKind.ToolUse && block.IsObject)
        {
            var id = block["toolUseId"u8];
            use = ((id.Exists ? id : block["id"u8]).String ?? "", block["name"u8].String ?? "");
            open = kind;
        }
    }

    private void Delta(JsonValue delta)
    {
        foreach (var member in delta)
        {
            switch (member.Key.Raw)
            {
                case [(byte)'t', (byte)'e', ..] when member.Is("text"u8):
                    Append(BlockKind.Text, member.Value);
                    break;
                case [(byte)'t', (byte)'o', ..] when member.Is("toolUse"u8):
                    Append(BlockKind.ToolUse, member.Value["input"u8]);
                    break;
                case [(byte)'p', ..] when member.Is("partial_json"u8):
                    Append(BlockKind.ToolUse, member.Value);
                    break;
                case [(byte)'r', ..] when member.Is("reasoningContent"u8):
                    Append(BlockKind.Reasoning, member.Value["text"u8]);
                    break;
                case [(byte)'t', (byte)'h', ..] when member.Is("thinking"u8):
                    Append(BlockKind.Reasoning, member.Value);
                    break;
                default:
                    break;
            }
        }
    }

    private void Append(BlockKind kind, JsonValue piece)
    {
        if (!piece.IsText)
        {
            return;
        }

        if (open is { } before && before != kind)
        {
            Close();
        }

        open = kind;
        if (kind == BlockKind.ToolUse)
        {
            // The input is JSON within a text: what is meant is needed, not how it is escaped.
            text.Write(System.Text.Encoding.UTF8.GetBytes(piece.String!));
        }
        else
        {
            Canonical.Write(piece, text);
        }
    }

    private void Close()
    {
        if (open is { } kind)
        {
            if (kind == BlockKind.ToolUse)
            {
                CloseTool();
            }
            else
            {
                shape.AddAnswer(kind, text.WrittenSpan);
            }
        }

        open = null;
        text.ResetWrittenCount();
    }

    private void CloseTool()
    {
        tools.Add(use.Name);
        tool.ResetWrittenCount();
        tool.Write(System.Text.Encoding.UTF8.GetBytes($"\"{use.Id}\"\0\"{use.Name}\"\0"));
        if (text.WrittenCount == 0)
        {
            tool.Write("{}"u8);
        }
        else
        {
            var bytes = new byte[text.WrittenCount + FastTape.Padding];
            text.WrittenSpan.CopyTo(bytes);
            if (strict.Build(bytes, 0, text.WrittenCount, true, input, out _) == TapeOutcome.Whole)
            {
                Canonical.Write(input.Root, tool);
            }
            else
            {
                tool.Write(text.WrittenSpan);
            }
        }

        tool.Write("\0"u8);
        shape.AddAnswer(BlockKind.ToolUse, tool.WrittenSpan);
    }
}
