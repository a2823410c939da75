namespace Assay.Aws.Examinations;

/// <summary>One thing that was looked at.</summary>
/// <param name="Subject">An IAM action, or a word: <c>clock</c>, <c>regions</c>, <c>invocation-logging</c>, …</param>
/// <param name="What">What was found, as half a sentence.</param>
/// <param name="Remedy">What to do; null where there is nothing to do.</param>
public sealed record Check(CheckStatus Status, string Subject, string? Account, string? Region, string What)
{
    public string? Remedy { get; init; }
}
