using System.Globalization;
using Assay.Analysis.Simulation.Capacity;
using Assay.Diagnostics;

namespace Assay.Cli.Running;

/// <summary>
/// Demand out of a CSV file, rows of equal windows, the time as seconds or ISO 8601: <c>ts,amount</c>, or tokens by
/// kind under a header that names them.
/// </summary>
internal static class DemandFile
{
    private static readonly string[] Kinds = ["input", "output", "cacheRead", "cacheWrite"];

    /// <exception cref="AssayException">It is not there, or can't be read.</exception>
    public static TokenDemand Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new AssayException(
                ExitCode.NoResult, $"{path} does not exist", "name a CSV file with ts,amount rows");
        }

        var rows = new List<(decimal Time, WindowTokens Tokens)>();
        List<string> columns = ["amount"];
        foreach (var (index, line) in File.ReadLines(path).Index())
        {
            if (index == 0 && Header(line) is { } named)
            {
                columns = named;
            }
            else if (line.Trim().Length > 0)
            {
                rows.Add(Row(path, index + 1, line, columns));
            }
        }

        rows.Sort((a, b) => a.Time.CompareTo(b.Time));
        return rows.Exists(row => row.Tokens.All > 0)
            ? new TokenDemand(
                Path.GetFileName(path), TokenDemand.File, WindowOf(path, rows), [.. rows.Select(row => row.Tokens)])
            {
                IsByKind = columns[0] != "amount",
            }
            : throw Wrong(path, rows.Count < 2 ? "holds fewer than two windows" : "holds no demand");
    }

    private static decimal WindowOf(string path, List<(decimal Time, WindowTokens Tokens)> rows)
    {
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

        return window;
    }

    /// <returns>The names behind <c>ts</c>; null where the line is no header.</returns>
    private static List<string>? Header(string line)
    {
        List<string> names = [.. line.TrimStart('\uFEFF').Split(',').Select(name => name.Trim())];
        return names is ["ts", _, ..] && (names is [_, "amount"]
            || (names.Skip(1).All(Kinds.Contains) && names.Distinct().Count() == names.Count))
            ? names[1..]
            : null;
    }

    private static (decimal, WindowTokens) Row(string path, int number, string line, List<string> columns)
    {
        var parts = line.Split(',');
        List<decimal?> amounts = [.. parts.Skip(1).Select(part => Number(part.Trim()))];
        return parts.Length == columns.Count + 1 && Time(parts[0].Trim()) is { } time
            && amounts.TrueForAll(amount => amount >= 0)
            ? (time, new WindowTokens(
                Of("amount") + Of("input"), Of("output"), Of("cacheRead"), Of("cacheWrite")))
            : throw Wrong(path, $"line {number} is no ts,{string.Join(',', columns)} row");

        decimal Of(string column) =>
            Enumerable.Range(0, columns.Count).Where(i => columns[i] == column).Sum(i => amounts[i] ?? 0);
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
        new(
            ExitCode.NoResult,
            $"{path} {what}",
            "write ts,amount rows of equal windows, or ts,input,output,cacheRead,cacheWrite, a header above them");
}
