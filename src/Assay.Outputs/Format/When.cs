using System.Globalization;
using Assay.Reports;

namespace Assay.Outputs.Format;

/// <summary>Times for people, in UTC.</summary>
internal static class When
{
    public static string Of(DateTimeOffset time) => time.UtcDateTime.TimeOfDay == TimeSpan.Zero
        ? Day(time)
        : time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(ReportWindow window) => $"{Of(window.From)} to {Of(window.To)} UTC";

    /// <summary>The length of the window, as <c>14 days</c>.</summary>
    public static string Length(ReportWindow window) => window.Days switch
    {
        1 => "1 day",
        < 1 => (window.Days * 24).ToString("0.#", CultureInfo.InvariantCulture) is var hours && hours == "1"
            ? "1 hour"
            : hours + " hours",
        _ => window.Days.ToString("0.#", CultureInfo.InvariantCulture) + " days",
    };
}
