using System.Globalization;
using Assay.Analysis.Simulation.Capacity;
using Assay.Diagnostics;

namespace Assay.Cli.Running;

/// <summary>
/// Demand out of a CSV file: <c>ts,amount</c> rows of equal windows, the time as seconds or ISO 8601.
/// </summary>
internal static class DemandFile
{
    /// <exception cref="AssayException">It is not there, or can't be read.</exception>
    public static CapacityDemand Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new AssayException(
                ExitCode.NoResult, $"{path} does not exist", "name a CSV file with ts,amount rows");
        }

        var rows = new List<(decimal Time, decimal Amount)>();
        foreach (var (index, line) in File.ReadLines(path).Index())
        {
            if (line.Trim().Length > 0 && !(index == 0 && IsHeader(line)))
            {
                rows.Add(Row(path, index + 1, line));
            }
        }

        rows.Sort((a, b) => a.Time.CompareTo(b.Time));
        if (rows.Count < 2)
        {
            throw Wrong(path, "holds fewer than two windows");
        }

        var window = rows[1].Time - rows[0].Time;
        for (var i = 1; i < rows.Count; i++)
        {
            if (window <= 0 || rows[i].Time - rows[i - 1].Time != window)
            {
                throw Wrong(path, $"has windows of different lengths, first after {rows[i - 1].Time} s");
            }
        }

        return rows.Exists(row => row.Amount > 0)
            ? new CapacityDemand(Path.GetFileName(path), window, [.. rows.Select(row => row.Amount)])
            : throw Wrong(path, "holds no demand");
    }

    private static bool IsHeader(string line) =>
        line.TrimStart('\uFEFF').Replace(" ", "", StringComparison.Ordinal) is "ts,amount";

    private static (decimal, decimal) Row(string path, int number, string line)
    {
        var parts = line.Split(',');
        return parts.Length == 2 && Time(parts[0].Trim()) is { } time && Number(parts[1].Trim()) is >= 0 and var amount
            ? (time, amount)
            : throw Wrong(path, $"line {number} is no ts,amount row");
    }

    private static decimal? Time(string text) =>
        Number(text) is { } seconds ? seconds
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? (decimal)(time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond
            : null;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < 1_000_000_000_000_000 ? number : null;

    private static AssayException Wrong(string path, string what) =>
        new(ExitCode.NoResult, $"{path} {what}", "write ts,amount rows of equal windows, a header above them");
}
