namespace Assay.Cli.Running;

/// <summary>What <c>assay prices show</c> was asked.</summary>
internal sealed record PriceQuestion(string Model, string? Region, string? Scope, string? Tier, DateOnly At);
