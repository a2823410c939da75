using System.Globalization;
using Assay.Usage;

namespace Assay.Calls;

/// <summary>What the place of a file tells before anything of it is read.</summary>
public static class LogPath
{
    /// <summary>What lies beside logs and holds none; a file that is named itself is read all the same.</summary>
    private static readonly string[] NoLogs =
        [".md", ".txt", ".html", ".csv", ".db", ".duckdb", ".wal", ".sql", ".py", ".sh", ".yaml", ".yml", ".parquet"];

    private static readonly string[] Formats = ["yyyy", "yyyy/MM", "yyyy/MM/dd", "yyyy/MM/dd/HH"];

    /// <summary>
    /// False for bodies beside the records, the mark that delivery works, and what is no log by its name.
    /// </summary>
    public static bool MayHoldRecords(string place) =>
        CallFile.IsRecords(place) && !NoLogs.Any(end => place.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The hours that Bedrock's own folders name (<c>…/BedrockModelInvocationLogs/REGION/YYYY/MM/DD/HH/…</c>), of a
    /// file or of a folder on the way to it.
    /// </summary>
    /// <returns>Null where the place names no date.</returns>
    public static Window? HoursOf(string place)
    {
        var parts = place.Replace('\\', '/').Split('/');
        var at = Array.LastIndexOf(parts, "BedrockModelInvocationLogs");
        var date = at < 0 ? [] : parts.Skip(at + 2).Take(Formats.Length).TakeWhile(IsNumber).ToArray();
        return date.Length > 0 && DateTimeOffset.TryParseExact(
            string.Join('/', date), Formats[date.Length - 1], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var from)
            && from.Year < DateTimeOffset.MaxValue.Year
            ? new Window(from, End(from, date.Length))
            : null;
    }

    /// <summary>
    /// True where the place names hours of which none is in the window. A file that has one is read whole: files are
    /// known by their bytes, so half a file could never be made up for.
    /// </summary>
    public static bool IsOutside(string place, Window? window) =>
        window is { } asked && HoursOf(place) is { } hours && (hours.To <= asked.From || hours.From >= asked.To);

    private static bool IsNumber(string part) => part.Length is 2 or 4 && part.All(char.IsAsciiDigit);

    private static DateTimeOffset End(DateTimeOffset from, int parts) => parts switch
    {
        1 => from.AddYears(1),
        2 => from.AddMonths(1),
        3 => from.AddDays(1),
        _ => from.AddHours(1),
    };
}
