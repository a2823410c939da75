namespace Assay.Analysis.Checks;

/// <summary>A threshold of a check, with the value it has where nobody sets it.</summary>
/// <param name="Key">How <c>assay.yaml</c> and <c>--set</c> name it: <c>check.parameter</c>.</param>
/// <param name="Name">How the query names it, without the dollar.</param>
/// <param name="Meaning">What it means, and its unit.</param>
public sealed record CheckParameter(string Key, string Name, decimal Default, string Meaning);
