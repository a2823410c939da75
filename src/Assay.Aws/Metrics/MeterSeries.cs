using Assay.Usage;

namespace Assay.Aws.Metrics;

/// <summary>Turns what is left of a slice beside its parts into the points of a meter.</summary>
/// <param name="AskedErrors">False where only tokens and calls were asked for.</param>
internal sealed record MeterSeries(string Account, string Region, MetricSpan Span, bool AskedErrors)
{
    /// <summary>
    /// The meter of a slice; parts and remainders are meters of their own, so that meters never overlap.
    /// </summary>
    public Meter MeterOf(SliceNode node) => new(Account, Region, node.Slice.Endpoint, node.Slice.ModelId)
    {
        Tier = node.Slice.Tier,
        LongContext = node.Slice.IsLongContext ? true : node.HasLongPart ? false : null,
        Project = node.Slice.Project,
    };

    /// <summary>Periods in which anything was counted or is unknown, and how often parts exceed the whole.</summary>
    public (IReadOnlyList<(DateTimeOffset Start, UsageCounts Counts)> Points, int Exceeded) PointsOf(SliceNode node)
    {
        var columns = new long[]?[Enum.GetValues<Slot>().Length];
        var exceeded = 0;
        foreach (var slot in Enum.GetValues<Slot>())
        {
            (columns[(int)slot], var more) = node.Rest(slot);
            exceeded += more;
        }

        var points = new List<(DateTimeOffset, UsageCounts)>();
        for (var i = 0; i < Span.Points; i++)
        {
            if (Array.Exists(columns, column => column is not null && column[i] != 0))
            {
                points.Add((Span.Start(i), Counts(columns, i, node.Slice.Endpoint)));
            }
        }

        return (points, exceeded);
    }

    /// <summary>
    /// The mantle tells neither server errors nor throttles, which stay unknown; its input is all that is billable, so
    /// that no cache tokens stand beside it. No metric tells the time to live of a cache write.
    /// </summary>
    private UsageCounts Counts(long[]?[] columns, int point, Endpoint endpoint)
    {
        return new UsageCounts
        {
            Invocations = Value(Slot.Invocations),
            Input = Value(Slot.Input),
            Output = Value(Slot.Output),
            CacheRead = Value(Slot.CacheRead),
            CacheWriteUnknownTtl = Value(Slot.CacheWrite),
            ClientErrors = AskedErrors ? Value(Slot.ClientErrors) : null,
            ServerErrors = AskedErrors && endpoint == Endpoint.Runtime ? Value(Slot.ServerErrors) : null,
            Throttles = AskedErrors && endpoint == Endpoint.Runtime ? Value(Slot.Throttles) : null,
        };

        long? Value(Slot slot) => columns[(int)slot] switch
        {
            null => 0,
            var column => column[point] == Column.Unknown ? null : column[point],
        };
    }
}
