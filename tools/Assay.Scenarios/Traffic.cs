using Assay.FakeAws;

namespace Assay.Scenarios;

/// <summary>
/// The CloudWatch series of one workload: calls follow the hour and the weekday, tokens follow the calls. Everything
/// is a function of the name, so that the same scenario is made every time.
/// </summary>
internal sealed record Traffic(string Name, string ModelId)
{
    public string Namespace { get; init; } = "AWS/Bedrock";

    /// <summary>Calls in a busy hour of the last day.</summary>
    public required double CallsAtPeak { get; init; }

    public required double InputPerCall { get; init; }

    public required double OutputPerCall { get; init; }

    public double CacheReadPerCall { get; init; }

    public double CacheWritePerCall { get; init; }

    public double ThrottleShare { get; init; }

    /// <summary>How much a day's traffic grows from one day to the next.</summary>
    public double DailyGrowth { get; init; }

    /// <summary>False: people call in working hours. True: machines call all night too.</summary>
    public bool RoundTheClock { get; init; }

    /// <summary>The hours, of the day in UTC, in which a job calls at its peak; it is silent in all others.</summary>
    public IReadOnlyList<int>? OnlyAt { get; init; }

    /// <summary>Null: around the mean.</summary>
    public IReadOnlyDictionary<string, double>? InputPercentiles { get; init; }

    public IReadOnlyDictionary<string, double> OutputPercentiles { get; init; } = new Dictionary<string, double>();

    public IReadOnlyDictionary<string, string> MoreDimensions { get; init; } = new Dictionary<string, string>();

    /// <summary>Calls of a kind whose sizes are known from elsewhere.</summary>
    public static Traffic Of(string name, string modelId, double callsAtPeak, CallSize size, CacheShares? cached = null)
    {
        cached ??= CacheShares.None;
        return new Traffic(name, modelId)
        {
            CallsAtPeak = callsAtPeak,
            InputPerCall = Math.Round(size.Input * (1 - cached.Read - cached.Write), 3),
            CacheReadPerCall = Math.Round(size.Input * cached.Read, 3),
            CacheWritePerCall = Math.Round(size.Input * cached.Write, 3),
            OutputPerCall = size.Output,
            InputPercentiles = size.InputPercentiles,
            OutputPercentiles = size.OutputPercentiles,
        };
    }

    /// <param name="from">Start of the first hour.</param>
    public IEnumerable<MetricSeries> Series(DateTimeOffset from, int hours)
    {
        var calls = Enumerable.Range(0, hours).Select(hour => Calls(from.AddHours(hour), hours - hour)).ToArray();
        yield return One("Invocations", calls, 1, from);
        yield return One("InputTokenCount", calls, InputPerCall, from) with
        {
            Percentiles = InputPercentiles ?? new Dictionary<string, double>
            {
                ["p50"] = Math.Round(InputPerCall * 0.9),
                ["p90"] = Math.Round(InputPerCall * 1.6),
                ["p99"] = Math.Round(InputPerCall * 2.4),
                ["max"] = Math.Round(InputPerCall * 4),
            },
        };
        if (OutputPerCall > 0)
        {
            yield return One("OutputTokenCount", calls, OutputPerCall, from) with { Percentiles = OutputPercentiles };
        }

        foreach (var (metric, each) in ((string, double)[])
            [
                ("CacheReadInputTokenCount", CacheReadPerCall), ("CacheWriteInputTokenCount", CacheWritePerCall),
                ("InvocationThrottles", ThrottleShare),
            ])
        {
            if (each > 0)
            {
                yield return One(metric, calls, each, from);
            }
        }
    }

    private MetricSeries One(string metric, double[] calls, double each, DateTimeOffset from) => new()
    {
        Namespace = Namespace,
        Name = metric,
        Dimensions = new Dictionary<string, string>(MoreDimensions) { ["ModelId"] = ModelId },
        Start = from,
        Values = [.. calls.Select((count, hour) => Value(metric, count, each, hour))],
        SampleCount = [.. calls],
    };

    /// <summary>Tokens a call wander by a tenth; a metric without calls has no datapoint.</summary>
    private double? Value(string metric, double count, double each, int hour) =>
        count <= 0 ? null
        : each is 1 ? count
        : Math.Round(count * each * (0.95 + (0.1 * Noise($"{Name} {metric} {hour}"))));

    private double Calls(DateTimeOffset hour, int hoursToEnd)
    {
        var weekend = hour.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var working = Math.Max(0, Math.Sin((hour.Hour - 6) / 14.0 * Math.PI));
        var shape = OnlyAt is not null ? (OnlyAt.Contains(hour.Hour) ? 1 : 0)
            : RoundTheClock ? 0.8 + (0.2 * working) : (0.04 + (0.96 * working)) * (weekend ? 0.25 : 1);
        var growth = Math.Pow(1 + DailyGrowth, -hoursToEnd / 24.0);
        return Math.Round(CallsAtPeak * shape * growth * (0.85 + (0.3 * Noise($"{Name} {hour:O}"))));
    }

    /// <summary>A number between 0 and 1 that the text decides (FNV-1a).</summary>
    private static double Noise(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return (hash >> 11) * (1.0 / (1UL << 53));
    }
}
