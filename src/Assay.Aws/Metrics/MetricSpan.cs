using Assay.Usage;

namespace Assay.Aws.Metrics;

/// <summary>Consecutive periods of equal length.</summary>
internal readonly record struct MetricSpan(DateTimeOffset From, int Period, int Points)
{
    /// <summary>How long CloudWatch keeps sums by the hour.</summary>
    private static readonly TimeSpan HoursKept = TimeSpan.FromDays(455);

    /// <summary>How long CloudWatch keeps sums by the minute.</summary>
    private static readonly TimeSpan MinutesKept = TimeSpan.FromDays(15);

    public DateTimeOffset To => From.AddSeconds((double)Period * Points);

    /// <summary>The hours of a window that are over or under way and still kept; empty where there is none.</summary>
    public static MetricSpan Hours(Window window, DateTimeOffset now)
    {
        var from = Max(Floor(window.From, 3600), Ceiling(now - HoursKept, 3600));
        return Between(from, Min(Ceiling(window.To, 3600), Ceiling(now, 3600)), 3600);
    }

    /// <summary>The minutes of a window that are still kept; empty where there is none.</summary>
    public static MetricSpan Minutes(Window window, DateTimeOffset now)
    {
        // A minute's margin, because the edge moves while the scan runs.
        var from = Max(Ceiling(window.From, 60), Ceiling(now - MinutesKept, 60).AddMinutes(1));
        return Between(from, Min(Ceiling(window.To, 60), Ceiling(now, 60)), 60);
    }

    public DateTimeOffset Start(int point) => From.AddSeconds((double)point * Period);

    /// <returns>-1 where no period begins at that second.</returns>
    public int IndexOf(long unixSeconds)
    {
        var offset = unixSeconds - From.ToUnixTimeSeconds();
        return offset >= 0 && offset / Period < Points ? (int)(offset / Period) : -1;
    }

    private static MetricSpan Between(DateTimeOffset from, DateTimeOffset to, int period) =>
        new(from, period, to <= from ? 0 : (int)((to - from).Ticks / TimeSpan.TicksPerSecond / period));

    private static DateTimeOffset Floor(DateTimeOffset time, int seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds() / seconds * seconds);

    private static DateTimeOffset Ceiling(DateTimeOffset time, int seconds)
    {
        var floor = Floor(time, seconds);
        return floor == time ? floor : floor.AddSeconds(seconds);
    }

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
