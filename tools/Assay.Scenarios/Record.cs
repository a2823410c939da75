using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Assay.Scenarios;

/// <summary>A call as Bedrock's invocation log tells it; a token is reckoned as four bytes of the bodies' texts.</summary>
internal sealed class Record(string caller, string model, DateTime at)
{
    private const string Account = "111122223333";

    /// <summary>All but the last message is written to a cache.</summary>
    public bool WritesCache { get; init; }

    public static JsonNode Said(string role, string text) =>
        new JsonObject { ["role"] = role, ["content"] = new JsonArray(new JsonObject { ["text"] = text }) };

    public static JsonNode Use(string id, string name, string input) => new JsonObject
    {
        ["role"] = "assistant",
        ["content"] = new JsonArray(new JsonObject
        {
            ["toolUse"] = new JsonObject
            {
                ["toolUseId"] = id,
                ["name"] = name,
                ["input"] = new JsonObject { ["query"] = input },
            },
        }),
    };

    public static JsonNode Result(string id, string text) => new JsonObject
    {
        ["role"] = "user",
        ["content"] = new JsonArray(new JsonObject
        {
            ["toolResult"] = new JsonObject
            {
                ["toolUseId"] = id,
                ["content"] = new JsonArray(new JsonObject { ["text"] = text }),
            },
        }),
    };

    public static JsonNode Tool(string name, string about) => new JsonObject
    {
        ["toolSpec"] = new JsonObject
        {
            ["name"] = name,
            ["description"] = about,
            ["inputSchema"] = new JsonObject { ["json"] = new JsonObject { ["type"] = "object" } },
        },
    };

    public JsonObject Converse(IReadOnlyList<JsonNode> tools, string system, JsonArray messages, JsonNode answer)
    {
        var parts = new JsonArray(new JsonObject { ["text"] = system });
        if (WritesCache)
        {
            parts.Add(new JsonObject { ["cachePoint"] = new JsonObject { ["type"] = "default" } });
        }

        var input = new JsonObject { ["system"] = parts, ["messages"] = messages.DeepClone() };
        var front = Tokens(system) + tools.Sum(tool => Tokens(tool.ToJsonString()));
        if (tools.Count > 0)
        {
            input["toolConfig"] = new JsonObject { ["tools"] = new JsonArray([.. tools.Select(tool => tool.DeepClone())]) };
        }

        input["inferenceConfig"] = new JsonObject { ["maxTokens"] = 4_096 };
        var output = new JsonObject
        {
            ["output"] = new JsonObject { ["message"] = answer.DeepClone() },
            ["stopReason"] = answer["content"]![0]!["toolUse"] is null ? "end_turn" : "tool_use",
        };
        var rest = Tokens(messages.ToJsonString());
        return WritesCache
            ? Of("Converse", input, output, rest, Tokens(answer.ToJsonString()), front)
            : Of("Converse", input, output, front + rest, Tokens(answer.ToJsonString()), null);
    }

    public JsonObject InvokeModel(string prompt, string answer) => Of(
        "InvokeModel",
        new JsonObject
        {
            ["anthropic_version"] = "bedrock-2023-05-31",
            ["max_tokens"] = 64,
            ["messages"] = new JsonArray(Said("user", prompt)),
        },
        new JsonObject
        {
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = answer }),
            ["stop_reason"] = "end_turn",
        },
        Tokens(prompt),
        Tokens(answer) + 4,
        null);

    private JsonObject Of(string operation, JsonNode input, JsonNode output, int prompt, int answer, int? written)
    {
        var read = new JsonObject
        {
            ["inputContentType"] = "application/json",
            ["inputBodyJson"] = input,
            ["inputTokenCount"] = prompt,
        };
        if (written is { } tokens)
        {
            read["cacheWriteInputTokenCount"] = tokens;
            read["cacheReadInputTokenCount"] = 0;
        }

        var time = at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "Z";
        return new JsonObject
        {
            ["schemaType"] = "ModelInvocationLog",
            ["schemaVersion"] = "1.0",
            ["timestamp"] = time,
            ["accountId"] = Account,
            ["identity"] = new JsonObject { ["arn"] = $"arn:aws:sts::{Account}:assumed-role/{caller}/worker" },
            ["region"] = "us-east-1",
            ["requestId"] = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(caller + time + prompt))[..16]).ToString(),
            ["operation"] = operation,
            ["modelId"] = model,
            ["requestMetadata"] = new JsonObject { ["team"] = TeamOf(caller) },
            ["input"] = read,
            ["output"] = new JsonObject
            {
                ["outputContentType"] = "application/json",
                ["outputBodyJson"] = output,
                ["outputTokenCount"] = answer,
            },
        };
    }

    private static string TeamOf(string caller) => caller switch
    {
        "claims-agent" => "claims",
        "invoice-labels" => "finance",
        "help-page" => "web",
        _ => "platform",
    };

    private static int Tokens(string text) => (text.Length + 3) / 4;
}
