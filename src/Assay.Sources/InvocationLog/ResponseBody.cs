using Assay.Calls;
using Assay.Sources.Json;
using Assay.Sources.Shapes;

namespace Assay.Sources.InvocationLog;

/// <summary>
/// Reads the body of an answer: an object of any API, or the list of a stream's events. Takes the counts, why it
/// stopped, how long it took, which tools it calls and the hash of its content.
/// </summary>
internal sealed class ResponseBody
{
    private readonly PromptShape shape;
    private readonly StreamedAnswer streamed;
    private readonly List<string> tools = [];

    public ResponseBody(PromptShape shape) =>
        (this.shape, streamed) = (shape, new StreamedAnswer(shape));

    public void Read(JsonValue body, CallDraft draft)
    {
        tools.Clear();
        shape.BeginAnswer();
        if (body.IsArray)
        {
            streamed.Begin(draft, tools);
            foreach (var item in body.Items)
            {
                streamed.Read(item);
            }

            streamed.End();
        }
        else if (body.IsObject)
        {
            Object(body, draft);
        }

        draft.Answer = draft.Leaf is null ? null : shape.Answered;
        draft.ToolsUsed = tools.Count > 0 ? JsonNames.Of(tools) : null;
    }

    private void Object(JsonValue body, CallDraft draft)
    {
        var (output, content) = (body["output"u8], body["content"u8]);
        Content(output["message"u8]["content"u8]);
        Content(content);
        foreach (var item in output.Items)
        {
            Output(item);
        }

        draft.Usage.Read(body["usage"u8]);
        if (!output.Exists && !content.Exists)
        {
            Vendors(body, draft);
            draft.Usage.Input ??= BodyUsage.Count(body["prompt_token_count"u8])
                ?? BodyUsage.Count(body["inputTextTokenCount"u8]);
            draft.Usage.Output ??= BodyUsage.Count(body["generation_token_count"u8]);
        }

        draft.Stop ??= Stop(body);
        draft.LatencyMs = BodyUsage.Count(body["metrics"u8]["latencyMs"u8]);
        draft.Tier = RequestBody.TierOf(body) ?? draft.Tier;
    }

    /// <summary>An item of OpenAI's Responses: a message, a tool's use, reasoning.</summary>
    private void Output(JsonValue item)
    {
        var content = item["content"u8];
        if (content.IsArray)
        {
            Content(content);
        }
        else
        {
            Add(Block.Of(item));
        }
    }

    /// <summary>Answers that are a text of their own.</summary>
    private void Vendors(JsonValue body, CallDraft draft)
    {
        Text(body["generation"u8]);
        Text(body["completion"u8]);
        Text(body["text"u8]);
        foreach (var result in body["results"u8].Items)
        {
            Text(result["outputText"u8]);
            draft.Usage.Output ??= BodyUsage.Count(result["tokenCount"u8]);
            draft.Stop ??= result["completionReason"u8].String;
        }

        foreach (var part in body["outputs"u8].Items)
        {
            Text(part["text"u8]);
            draft.Stop ??= Stop(part);
        }

        foreach (var part in body["generations"u8].Items)
        {
            Text(part["text"u8]);
            draft.Stop ??= Stop(part);
        }

        foreach (var choice in body["choices"u8].Items)
        {
            var message = choice["message"u8];
            Text(message["content"u8]);
            Content(message["content"u8]);
            foreach (var use in message["tool_calls"u8].Items)
            {
                Add(Block.Of(use));
            }

            draft.Stop ??= Stop(choice);
        }
    }

    public static string? Stop(JsonValue body)
    {
        var stop = body["stopReason"u8];
        stop = stop.IsText ? stop : body["stop_reason"u8];
        return (stop.IsText ? stop : body["finish_reason"u8]).String;
    }

    private void Text(JsonValue text)
    {
        if (text.IsText)
        {
            Add(Block.OfText(text));
        }
    }

    private void Content(JsonValue content)
    {
        foreach (var item in content.Items)
        {
            Add(Block.Of(item));
        }
    }

    private void Add(Block block)
    {
        shape.AddAnswer(block);
        if (block.Kind == BlockKind.ToolUse)
        {
            tools.Add(block.ToolName ?? block.Value["function"u8]["name"u8].String ?? "");
        }
    }
}
