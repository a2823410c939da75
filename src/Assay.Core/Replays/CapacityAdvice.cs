namespace Assay.Replays;

/// <summary>Which choice is best, and why.</summary>
/// <param name="Case"><c>answers-now</c>, or <c>answers-can-wait</c> where flex and batch count too.</param>
/// <param name="Kind">Of the choice.</param>
/// <param name="Term">Of the choice.</param>
public sealed record CapacityAdvice(string Case, string Kind, string? Term, string Reason);
