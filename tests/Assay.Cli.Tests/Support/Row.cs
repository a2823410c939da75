using System.Text.Json;

namespace Assay.Cli.Tests.Support;

/// <summary>One row of <c>models[]</c>.</summary>
internal sealed record Row(JsonElement Element)
{
    private static readonly string[] Names = ["account", "region", "endpoint", "modelId", "tier", "project"];

    public string Json => Element.GetRawText();

    public decimal? Cost => Report.Money(Element, "costUsd");

    public string Key => string.Join(' ', Names.Select(Text));

    public string? Text(string name) => Element.GetProperty(name).GetString();

    public long? Count(string name) =>
        Element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;

    /// <summary>Prompt, answer, reads and writes.</summary>
    public (long? Input, long? Output, long? Read, long? Write) Tokens =>
        (Count("inputTokens"), Count("outputTokens"), Count("cacheReadTokens"), Count("cacheWriteTokens"));
}
