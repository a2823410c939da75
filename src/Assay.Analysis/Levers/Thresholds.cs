namespace Assay.Analysis.Levers;

/// <summary>The levers' thresholds by the names that <c>assay.yaml</c> gives them.</summary>
public static class Thresholds
{
    private static readonly Dictionary<string, Func<LeverOptions, decimal, LeverOptions>> Setters = new(
        StringComparer.Ordinal)
    {
        ["minimumUsd"] = (options, value) => options with { MinimumUsd = value },
        ["minimumCalls"] = (options, value) => options with { MinimumCalls = (long)value },
        ["cachingOutputToInput"] = (options, value) => options with { CachingOutputToInput = value },
        ["cachingReuse"] = (options, value) => options with { CachingReuse = value },
        ["cachingReadShare"] = (options, value) => options with { CachingReadShare = value },
        ["cachingCallsPerHour"] = (options, value) => options with { CachingCallsPerHour = value },
        ["conciseTarget"] = (options, value) => options with { ConciseTarget = value },
        ["conciseExpected"] = (options, value) => options with { ConciseExpected = value },
        ["capMargin"] = (options, value) => options with { CapMargin = value },
        ["rightSizeFrom"] = (options, value) => options with { RightSizeFrom = (int)value },
        ["rightSizeExpected"] = (options, value) => options with { RightSizeExpected = value },
        ["easyOutput"] = (options, value) => options with { EasyOutput = value },
        ["trimOverMedian"] = (options, value) => options with { TrimOverMedian = value },
        ["trimFrom"] = (options, value) => options with { TrimFrom = value },
        ["arrivalDays"] = (options, value) => options with { ArrivalDays = (int)value },
        ["burstHours"] = (options, value) => options with { BurstHours = (int)value },
        ["burstShare"] = (options, value) => options with { BurstShare = value },
        ["flatFrom"] = (options, value) => options with { FlatFrom = value },
        ["batchCallsPerDay"] = (options, value) => options with { BatchCallsPerDay = value },
        ["burstExpected"] = (options, value) => options with { BurstExpected = value },
        ["reservedSpill"] = (options, value) => options with { ReservedSpill = value },
        ["flatExpected"] = (options, value) => options with { FlatExpected = value },
    };

    public static IReadOnlyCollection<string> Names => Setters.Keys;

    /// <returns>Null where no threshold has this name.</returns>
    public static LeverOptions? Set(LeverOptions options, string name, decimal value) =>
        Setters.TryGetValue(name, out var set) ? set(options, value) : null;
}
