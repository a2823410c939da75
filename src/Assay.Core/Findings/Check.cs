namespace Assay.Findings;

/// <summary>A rule that findings come from.</summary>
/// <param name="Id">What <see cref="Finding.Check"/> names.</param>
/// <param name="Lever">The lever that mends it; null where none does.</param>
/// <param name="Title">What is wrong where it fires, without a number.</param>
/// <param name="Help">Markdown: when it fires, what it saves, what can go wrong.</param>
public sealed record Check(string Id, string? Lever, string Title, string Help);
