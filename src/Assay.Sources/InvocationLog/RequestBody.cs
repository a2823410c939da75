using System.Text;
using Assay.Calls;
using Assay.Models;
using Assay.Sources.Json;
using Assay.Sources.Shapes;

namespace Assay.Sources.InvocationLog;

/// <summary>
/// Reads the body of a request, whichever API's it is: what was allowed for, which tools, and the shape of the prompt
/// in the service's order, tools, then system, then messages.
/// </summary>
internal sealed class RequestBody(PromptShape shape)
{
    private const int Remembered = 1 << 12;

    private readonly Dictionary<long, string> toolsByLeaf = [];
    private readonly StringBuilder points = new();

    public void Read(JsonValue body, CallDraft draft, ICallSink sink)
    {
        if (!body.IsObject)
        {
            return;
        }

        points.Clear();
        shape.Begin(sink, draft.Account, draft.ModelId);
        draft.MaxTokens = MaxTokens(body);
        draft.Tier ??= TierOf(body);
        draft.ToolsOffered = Tools(body);
        System(body);
        if (!Messages(body))
        {
            Plain(body);
        }

        draft.CachePoints = points.ToString();
        (draft.Leaf, draft.Skeleton) = (shape.Leaf, shape.Skeleton);
    }

    public static ServiceTier? TierOf(JsonValue body)
    {
        var converse = body["serviceTier"u8]["type"u8];
        return (converse.IsText ? converse : body["service_tier"u8]).String switch
        {
            "default" or "standard" => ServiceTier.Standard,
            "flex" => ServiceTier.Flex,
            "priority" => ServiceTier.Priority,
            "reserved" => ServiceTier.Reserved,
            _ => body["performanceConfig"u8]["latency"u8].Says("optimized"u8) ? ServiceTier.LatencyOptimised : null,
        };
    }

    private static long? MaxTokens(JsonValue body)
    {
        var inference = body["inferenceConfig"u8];
        return BodyUsage.Count(inference["maxTokens"u8])
            ?? BodyUsage.Count(inference["max_new_tokens"u8])
            ?? BodyUsage.Count(body["max_tokens"u8])
            ?? BodyUsage.Count(body["max_completion_tokens"u8])
            ?? BodyUsage.Count(body["max_output_tokens"u8])
            ?? BodyUsage.Count(body["max_gen_len"u8])
            ?? BodyUsage.Count(body["max_tokens_to_sample"u8])
            ?? BodyUsage.Count(body["textGenerationConfig"u8]["maxTokenCount"u8]);
    }

    /// <returns>The names as a JSON array; null where there are no tools.</returns>
    private string? Tools(JsonValue body)
    {
        var converse = body["toolConfig"u8]["tools"u8];
        var tools = converse.IsArray ? converse : body["tools"u8];
        foreach (var item in tools.Items)
        {
            var tool = Block.OfTool(item);
            if (!tool.Cache.Exists || !item["cachePoint"u8].Exists)
            {
                shape.Add(BlockRole.Tools, tool);
            }

            Mark(tool.Cache);
        }

        if (shape.Leaf is not { } leaf)
        {
            return null;
        }

        if (!toolsByLeaf.TryGetValue(leaf, out var names))
        {
            if (toolsByLeaf.Count == Remembered)
            {
                toolsByLeaf.Clear();
            }

            toolsByLeaf[leaf] = names = JsonNames.Of(tools, item => Block.OfTool(item).ToolName);
        }

        return names;
    }

    private void System(JsonValue body)
    {
        var system = body["system"u8];
        system = system.Exists ? system : body["instructions"u8];
        system = system.Exists ? system : body["preamble"u8];
        Content(BlockRole.System, system);
    }

    /// <returns>False where there are none: then the prompt is a text of its own.</returns>
    private bool Messages(JsonValue body)
    {
        var messages = body["messages"u8];
        messages = messages.IsArray ? messages : body["input"u8];
        foreach (var message in messages.Items)
        {
            var role = RoleOf(message["role"u8]);
            var content = message["content"u8];
            if (content.Exists)
            {
                Content(role, content);
            }
            else if (message["type"u8].Exists)
            {
                // An item of OpenAI's Responses that is no message: a tool's use or result.
                Add(role, Block.Of(message));
            }

            foreach (var use in message["tool_calls"u8].Items)
            {
                Add(BlockRole.Assistant, Block.Of(use));
            }
        }

        return messages.IsArray;
    }

    /// <summary>Prompts that are one text, and texts to embed or rank.</summary>
    private void Plain(JsonValue body)
    {
        shape.AddText(BlockRole.User, body["prompt"u8]);
        shape.AddText(BlockRole.User, body["inputText"u8]);
        shape.AddText(BlockRole.User, body["input"u8]);
        foreach (var turn in body["chat_history"u8].Items)
        {
            shape.AddText(turn["role"u8].Says("CHATBOT"u8) ? BlockRole.Assistant : BlockRole.User, turn["message"u8]);
        }

        shape.AddText(BlockRole.User, body["message"u8]);
        foreach (var text in body["texts"u8].Items)
        {
            shape.AddText(BlockRole.User, text);
        }
    }

    private void Content(BlockRole role, JsonValue content)
    {
        shape.AddText(role, content);
        foreach (var item in content.Items)
        {
            Add(role, Block.Of(item));
        }
    }

    private void Add(BlockRole role, Block block)
    {
        if (!block.IsCachePointOnly)
        {
            shape.Add(role, block);
        }

        Mark(block.Cache);
    }

    private void Mark(JsonValue cache)
    {
        if (cache.Exists && !cache.IsNull)
        {
            var ttl = cache["ttl"u8].String ?? "5m";
            points.Append(points.Length == 0 ? "" : " ").Append(shape.Depth).Append(':')
                .Append(ttl is "5m" or "1h" or "30m" ? ttl : "?");
        }
    }

    private static BlockRole RoleOf(JsonValue role) =>
        role.Says("assistant"u8) ? BlockRole.Assistant
        : role.Says("system"u8) || role.Says("developer"u8) ? BlockRole.System
        : BlockRole.User;
}
