namespace Assay.FakeAws.CloudWatch;

/// <summary>How long CloudWatch keeps data, and at which resolution.</summary>
internal static class Retention
{
    private const long Day = 86400;

    /// <summary>Whether data of this age can still be had in periods of this length.</summary>
    public static bool Holds(long time, long period, long now) => period % Finest(time, now) == 0;

    /// <summary>The shortest period kept for data of this age; none fits beyond 455 days.</summary>
    public static long Finest(long time, long now) => (now - time) switch
    {
        <= 15 * Day => 60,
        <= 63 * Day => 300,
        <= 455 * Day => 3600,
        _ => long.MaxValue,
    };
}
