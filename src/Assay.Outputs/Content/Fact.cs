namespace Assay.Outputs.Content;

/// <summary>A line of the first screen: what it answers, and the answer.</summary>
internal sealed record Fact(string Label, IReadOnlyList<Span> Answer);
