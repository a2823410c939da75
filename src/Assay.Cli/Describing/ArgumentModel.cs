namespace Assay.Cli.Describing;

/// <summary>One word that a verb takes without a name.</summary>
internal sealed record ArgumentModel(string Name, string About, IReadOnlyList<string> Choices);
