using Assay.Units;

namespace Assay.Ledgers;

/// <summary>A meter on one UTC day.</summary>
public sealed record DayTotal(
    DateTimeOffset Day, int MeterId, Tokens Input, Tokens Output, Tokens CacheRead, Tokens CacheWrite,
    long? Invocations, Usd? Cost);
