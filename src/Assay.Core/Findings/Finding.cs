using Assay.Units;

namespace Assay.Findings;

public enum Severity
{
    Low,
    Medium,
    High,
}

/// <summary>
/// How sure a saving is: by replaying calls, by the bounds that metrics set, or by an assumption that is printed.
/// </summary>
public enum Evidence
{
    Measured,
    Bounded,
    Assumed,
}

/// <summary>What it takes to act on a finding.</summary>
public enum Effort
{
    /// <summary>A field of the call, a setting, a resource to delete.</summary>
    Low,

    /// <summary>The prompt or the code around the call changes, or something is bought.</summary>
    Medium,

    /// <summary>Answers have to be compared first.</summary>
    High,
}

/// <summary>
/// One thing to do about one subject: a sentence with its number, the dollars, and the way to re-check both.
/// </summary>
/// <param name="Id">Made of the check and the subject only, so that it survives new data.</param>
/// <param name="Lever">A lever of the report contract; null for findings that are no lever.</param>
/// <param name="Check">The rule that fired.</param>
/// <param name="Title">One sentence with the number in it.</param>
/// <param name="Saving">Dollars a month; null where no price is known.</param>
/// <param name="Verify">One command a person can run.</param>
public sealed record Finding(
    string Id,
    string? Lever,
    string Check,
    Severity Severity,
    Subject Subject,
    string Title,
    string Reason,
    Saving? Saving,
    Remedy Remedy,
    string Verify)
{
    /// <summary>
    /// Dollars a month that run through what it is about, where a check without a saving knows them: information, in no
    /// total. Null means not known, or that no dollars are concerned.
    /// </summary>
    public Usd? ConcernsUsd { get; init; }

    /// <summary>Who is asked to act, where calls told: the owner of the workload, else its caller.</summary>
    public string? Owner { get; init; }

    /// <summary>Null for checks that are no lever.</summary>
    public Effort? Effort { get; init; }
}

/// <summary>What a finding is about.</summary>
/// <param name="Workload">The workload's id, where calls are known.</param>
public sealed record Subject(
    string Account, string Region, string? ModelId = null, string? Workload = null, string? Resource = null);

/// <summary>
/// What a remedy saves in dollars a month of 30 days, by itself and after the levers that come before it.
/// </summary>
/// <param name="AvailableFrom">When a commitment ends, before which nothing can be saved; null means now.</param>
public sealed record Saving(
    UsdRange Standalone,
    UsdRange InSequence,
    DateTimeOffset? AvailableFrom,
    Evidence Evidence,
    IReadOnlyList<string> Assumptions)
{
    /// <summary>A setting of <c>assay.yaml</c> that has to allow it first; null means nothing has to.</summary>
    public string? Needs { get; init; }

    /// <summary>False where it is in no total, because it waits for a day or for a decision.</summary>
    public bool IsCounted => AvailableFrom is null && Needs is null;
}

public sealed record Remedy(string Text, IReadOnlyList<Snippet> Snippets);

/// <param name="Language"><c>python</c>, <c>typescript</c>, <c>csharp</c>, <c>bash</c>.</param>
public sealed record Snippet(string Language, string Code);
