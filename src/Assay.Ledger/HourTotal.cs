namespace Assay.Ledgers;

/// <summary>Tokens of a meter in an hour.</summary>
/// <param name="Prompt">Input and cache writes; what is read from cache is left out.</param>
public sealed record HourTotal(DateTimeOffset Began, long Prompt, long Output);
