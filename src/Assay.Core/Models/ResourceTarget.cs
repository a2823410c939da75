namespace Assay.Models;

/// <summary>What a resource of an account stands for.</summary>
/// <param name="ModelArns">
/// The models behind it: destinations of a profile, the base of a provisioned or custom model.
/// </param>
public sealed record ResourceTarget(string Arn, ModelIdKind Kind, IReadOnlyList<string> ModelArns);
