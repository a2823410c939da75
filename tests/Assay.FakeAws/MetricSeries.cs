namespace Assay.FakeAws;

/// <summary>One CloudWatch series: one metric of one dimension set.</summary>
public sealed record MetricSeries
{
    /// <summary>The namespace, for example AWS/Bedrock.</summary>
    public required string Namespace { get; init; }

    /// <summary>The metric's name.</summary>
    public required string Name { get; init; }

    /// <summary>The exact dimension set.</summary>
    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    /// <summary>The unit the data was stored with.</summary>
    public string Unit { get; init; } = "Count";

    /// <summary>When the first value's period begins; a multiple of the period.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Length of a value's period; a multiple of 60.</summary>
    public int PeriodSeconds { get; init; } = 3600;

    /// <summary>The sum of each period. Null: no datapoint.</summary>
    public IReadOnlyList<double?> Values { get; init; } = [];

    /// <summary>Samples of each period. Absent: one a datapoint.</summary>
    public IReadOnlyList<double>? SampleCount { get; init; }

    /// <summary>Constant answers, for any window, to "p50", "p99", "min" and "max".</summary>
    public IReadOnlyDictionary<string, double> Percentiles { get; init; } = new Dictionary<string, double>();

    /// <summary>Sixty weights that spread an hour over its minutes. Absent: evenly.</summary>
    public IReadOnlyList<double>? MinutePattern { get; init; }
}
