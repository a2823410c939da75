namespace Assay.Cli.Describing;

/// <summary>One option of a verb.</summary>
internal sealed record OptionModel
{
    /// <summary>The long name first.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required string About { get; init; }

    /// <summary>What stands for its value; null for a switch.</summary>
    public string? Value { get; init; }

    /// <summary>The words it takes; empty where it takes any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public bool IsFile { get; init; }

    public bool IsRepeatable { get; init; }

    public string? Default { get; init; }
}
