namespace Assay.Ledgers;

/// <summary>Tokens of a meter in a minute or an hour; an unknown count has none.</summary>
public sealed record PeriodTotal(
    int MeterId, DateTimeOffset Began, long Input, long Output, long CacheRead, long CacheWrite);
