using System.Text.Json;

namespace Assay.FakeAws.Bedrock;

/// <summary>How a list's query parameter picks items.</summary>
internal enum Pick
{
    Equal,
    Contains,
    AnyOf,
    Before,
    After,
}

/// <summary>A query parameter of a list operation, and the field it is compared with.</summary>
internal sealed record ListFilter(string Parameter, string Field, Pick Pick, string? Default = null);

/// <summary>One resource of the control plane: its list operation, and its get operation if it has one.</summary>
internal sealed record BedrockList
{
    public required string Operation { get; init; }

    public required string Path { get; init; }

    public required Func<RegionWorld, IReadOnlyList<JsonElement>> Items { get; init; }

    public required string ResultKey { get; init; }

    /// <summary>The fields of a summary; what else an item has is for the get operation only.</summary>
    public required string Fields { get; init; }

    public IReadOnlyList<ListFilter> Filters { get; init; } = [];

    public bool Paged { get; init; } = true;

    /// <summary>The field that sortBy=CreationTime sorts by.</summary>
    public string? TimeField { get; init; }

    public string? GetOperation { get; init; }

    public string? GetPath { get; init; }

    /// <summary>The fields an identifier may stand for; the last part of an ARN counts as well.</summary>
    public IReadOnlyList<string> IdFields { get; init; } = [];

    /// <summary>The member the got item is wrapped in, or null when it is the answer itself.</summary>
    public string? Wrapper { get; init; }
}
