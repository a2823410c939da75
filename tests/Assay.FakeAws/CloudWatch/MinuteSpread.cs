namespace Assay.FakeAws.CloudWatch;

/// <summary>Spreads one period's data over its minutes, by the series' pattern, so that the sums stay exact.</summary>
internal static class MinuteSpread
{
    private static readonly double[] Even = [.. Enumerable.Repeat(1.0, 60)];

    public static IEnumerable<(long Time, double Sum, double Samples)> Of(
        MetricSeries series, long begin, double value, double? samples)
    {
        var minutes = series.PeriodSeconds / 60;
        var pattern = series.MinutePattern ?? Even;
        var weights = new double[minutes];
        for (var i = 0; i < minutes; i++)
        {
            weights[i] = pattern[(int)((begin / 60 + i) % 60)];
        }

        if (weights.All(w => w == 0))
        {
            // A pattern may be empty over a period shorter than an hour; the data must not vanish for that.
            Array.Fill(weights, 1);
        }

        var sums = Spread(value, weights);
        var counts = samples is { } all ? Spread(all, weights) : null;
        for (var i = 0; i < minutes; i++)
        {
            var count = counts?[i] ?? 1;
            var hasData = sums[i] != 0 || (counts is null ? value == 0 && weights[i] > 0 : count > 0);
            if (hasData)
            {
                yield return (begin + i * 60, sums[i], Math.Max(count, 1));
            }
        }
    }

    /// <summary>Whole numbers stay whole, by largest remainder; the earlier minute wins a tie.</summary>
    public static double[] Spread(double value, double[] weights)
    {
        var total = weights.Sum();
        if (!double.IsFinite(value) || value != Math.Floor(value) || Math.Abs(value) > 1e15)
        {
            return [.. weights.Select(w => double.IsNaN(value) ? value : value * w / total)];
        }

        var parts = new double[weights.Length];
        var remainders = new (double Part, int Index)[weights.Length];
        var left = value;
        for (var i = 0; i < weights.Length; i++)
        {
            var exact = value * weights[i] / total;
            parts[i] = Math.Floor(exact);
            remainders[i] = (weights[i] > 0 ? exact - parts[i] : -1, i);
            left -= parts[i];
        }

        Array.Sort(remainders, (a, b) => a.Part != b.Part ? b.Part.CompareTo(a.Part) : a.Index - b.Index);
        for (var i = 0; i < left; i++)
        {
            parts[remainders[i].Index]++;
        }

        return parts;
    }
}
