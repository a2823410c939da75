namespace Assay.Aws.Metrics;

/// <summary>One CloudWatch series. Its text is what makes it equal to another.</summary>
internal sealed record SeriesKey
{
    public SeriesKey(string space, string metric, IEnumerable<(string Name, string Value)> dimensions)
    {
        (Space, Metric) = (space, metric);
        Dimensions = [.. dimensions.OrderBy(dimension => dimension.Name, StringComparer.Ordinal)];
        Text = string.Join('\n', Dimensions.Select(d => $"{d.Name}={d.Value}").Prepend(metric).Prepend(space));
    }

    public string Space { get; }

    public string Metric { get; }

    public IReadOnlyList<(string Name, string Value)> Dimensions { get; }

    public string Text { get; }

    public bool Equals(SeriesKey? other) => Text == other?.Text;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
