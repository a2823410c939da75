namespace Assay.FakeAws.CloudWatch;

/// <summary>A series that has been checked, with times as Unix seconds.</summary>
internal sealed class StoredSeries
{
    private readonly long start;
    private readonly int period;

    public StoredSeries(MetricSeries data)
    {
        Data = data;
        start = data.Start.ToUnixTimeSeconds();
        period = data.PeriodSeconds;
        Require(period > 0 && period % 60 == 0, "periodSeconds must be a multiple of 60");
        Require(start % period == 0, "start must be a multiple of the period");
        Require(data.SampleCount is not { } s || s.Count == data.Values.Count, "sampleCount must be as long as values");
        Require(
            data.MinutePattern is not { } p || (p.Count == 60 && p.All(w => w >= 0) && p.Any(w => w > 0)),
            "minutePattern must be 60 weights that are not all 0");
    }

    public MetricSeries Data { get; }

    /// <summary>When the newest datapoint that has begun begins; null when there is none.</summary>
    public long? LastDatapoint(long now)
    {
        var newest = Math.Min(Data.Values.Count - 1, FloorDiv(now - 1 - start, period));
        for (var i = newest; i >= 0; i--)
        {
            if (Data.Values[(int)i] is not null)
            {
                return start + i * period;
            }
        }

        return null;
    }

    /// <summary>The datapoints from one instant to before another, in windows counted from an origin.</summary>
    public IReadOnlyList<Window> Windows(long from, long to, long width, long origin)
    {
        var windows = new List<Window>();
        var first = Math.Max(0, FloorDiv(from - start, period));
        var last = Math.Min(Data.Values.Count - 1, FloorDiv(to - 1 - start, period));
        for (var i = first; i <= last; i++)
        {
            if (Data.Values[(int)i] is { } value)
            {
                AddPeriod((int)i, value);
            }
        }

        return windows;

        void AddPeriod(int i, double value)
        {
            var begin = start + (long)i * period;
            var end = begin + period;
            if (begin >= from && end <= to && WindowOf(begin) == WindowOf(end - 1))
            {
                Add(begin, value, Data.SampleCount?[i] ?? 1);
                return;
            }

            foreach (var (time, sum, samples) in MinuteSpread.Of(Data, begin, value, Data.SampleCount?[i]))
            {
                if (time >= from && time < to)
                {
                    Add(time, sum, samples);
                }
            }
        }

        void Add(long time, double sum, double samples)
        {
            var window = WindowOf(time);
            if (windows.Count == 0 || windows[^1].Time != window)
            {
                windows.Add(new Window(window));
            }

            windows[^1].Add(sum, samples);
        }

        long WindowOf(long time) => origin + FloorDiv(time - origin, width) * width;
    }

    public static long FloorDiv(long value, long by) => (value - (((value % by) + by) % by)) / by;

    private void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new InvalidDataException(
                $"Series {Data.Namespace} {Data.Name} {{{string.Join(", ", Data.Dimensions.Values)}}}: {rule}.");
        }
    }
}
