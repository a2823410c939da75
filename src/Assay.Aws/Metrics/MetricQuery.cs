namespace Assay.Aws.Metrics;

/// <summary>One statistic of one series.</summary>
internal sealed record MetricQuery(SeriesKey Series, string Statistic = "Sum");
