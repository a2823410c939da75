namespace Assay.Aws.Metrics;

/// <summary>Columns of series put together into one tree a model: its total, with its parts below.</summary>
internal static class SliceForest
{
    /// <returns>Totals in a stable order.</returns>
    public static IReadOnlyList<SliceNode> Grow(IReadOnlyList<SeriesKey> series, Func<int, long[]> column)
    {
        var nodes = new Dictionary<Slice, SliceNode>();
        var bySlice = Enumerable.Range(0, series.Count)
            .Select(i => (Slice: Slice.Of(series[i])!, Slot: MetricNames.SlotOf(series[i])!.Value, Index: i))
            .GroupBy(entry => (entry.Slice, entry.Slot));
        foreach (var group in bySlice)
        {
            // Series of one name differ in the tier that was asked for and add up; names are spellings and don't.
            var spellings = group.GroupBy(entry => series[entry.Index].Metric).Select(
                spelling => spelling.Aggregate((long[]?)null, (sum, entry) => Column.Sum(sum, column(entry.Index))));
            Find(nodes, group.Key.Slice).Set(group.Key.Slot, spellings.Aggregate(Column.Larger));
        }

        return
        [
            .. nodes.Values.Where(node => node.Slice.IsTotal)
                .OrderBy(node => node.Slice.Endpoint).ThenBy(node => node.Slice.ModelId, StringComparer.Ordinal),
        ];
    }

    private static SliceNode Find(Dictionary<Slice, SliceNode> nodes, Slice slice)
    {
        if (nodes.TryGetValue(slice, out var node))
        {
            return node;
        }

        node = nodes[slice] = new SliceNode(slice);
        if (slice.Parent is { } parent)
        {
            Find(nodes, parent).Parts.Add(node);
        }

        return node;
    }
}
