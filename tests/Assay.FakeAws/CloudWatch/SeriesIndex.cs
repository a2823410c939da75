namespace Assay.FakeAws.CloudWatch;

/// <summary>The series of one account and Region, findable by their exact dimension set.</summary>
internal sealed class SeriesIndex
{
    private readonly Dictionary<string, StoredSeries> byKey = [];

    public SeriesIndex(IReadOnlyList<MetricSeries> metrics)
    {
        All = [.. metrics.Select(m => new StoredSeries(m))];
        foreach (var series in All)
        {
            var data = series.Data;
            var key = Key(data.Namespace, data.Name, data.Dimensions);
            if (!byKey.TryAdd(key, series))
            {
                throw new InvalidDataException($"Two series of the world are the same: {key}");
            }
        }
    }

    public static SeriesIndex Empty { get; } = new([]);

    public IReadOnlyList<StoredSeries> All { get; }

    public StoredSeries? Find(
        string metricNamespace, string name, IEnumerable<KeyValuePair<string, string>> dimensions) =>
        byKey.GetValueOrDefault(Key(metricNamespace, name, dimensions));

    private static string Key(string metricNamespace, string name, IEnumerable<KeyValuePair<string, string>> dimensions)
    {
        var set = dimensions.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}={d.Value}");
        return $"{metricNamespace}\n{name}\n{string.Join('\n', set)}";
    }
}
