using System.CommandLine;
using System.Globalization;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Cli.Hosting;

/// <summary>The window: <c>--since</c>, <c>--until</c>, <c>--now</c>.</summary>
/// <param name="isOpen">Without a start, all there is is meant, and not the last 14 days.</param>
internal sealed class TimeOptions(bool isOpen = false)
{
    private const string Remedy =
        "write a duration (14d, 36h), a date (2026-11-01) or an instant (2026-11-01T08:00:00Z)";

    private readonly Option<string?> since = new("--since")
    {
        Description = "start: 14d, 36h or a date; a duration rolls back from now, cut to the hour (default: "
            + (isOpen ? "the first there is)" : "14d)"),
        HelpName = "TIME",
    };

    private readonly Option<string?> until = new("--until")
    {
        Description = "end, not included (default: now, cut to the hour)",
        HelpName = "TIME",
    };

    private readonly Option<string?> now = new("--now") { Description = "fix the clock", HelpName = "INSTANT" };

    public void AddTo(Command command)
    {
        command.Add(since);
        command.Add(until);
        command.Add(now);
    }

    public IReadOnlyList<Option> All => [since, until, now];

    public bool IsGiven(ParseResult parsed) => parsed.GetValue(since) is not null || parsed.GetValue(until) is not null;

    /// <exception cref="AssayException">A time can't be read, or the window is empty.</exception>
    public (Window Window, DateTimeOffset Now) Read(ParseResult parsed, TimeProvider clock)
    {
        var present = parsed.GetValue(now) is { } fixedNow ? Instant("--now", fixedNow) : clock.GetUtcNow();
        var hour = new DateTimeOffset(present.UtcTicks - (present.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        var to = parsed.GetValue(until) is { } end ? Time("--until", end, hour) : hour;
        var from = Time("--since", parsed.GetValue(since) ?? (isOpen ? "1970-01-01" : "14d"), hour);
        return from < to
            ? (new Window(from, to), present)
            : throw new AssayException(
                ExitCode.Usage,
                $"the window is empty: it begins {from:yyyy-MM-ddTHH:mmZ} and ends {to:yyyy-MM-ddTHH:mmZ}",
                "choose a --since before --until");
    }

    /// <summary>A day, or today's.</summary>
    public static DateOnly Day(string? text, TimeProvider clock) =>
        text is null ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : throw new AssayException(ExitCode.Usage, $"--at {text} is no date", "write a date as 2026-11-01");

    private static DateTimeOffset Time(string option, string text, DateTimeOffset hour)
    {
        if (text.Length > 1 && text[^1] is 'd' or 'h'
            && int.TryParse(text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            var longest = text[^1] == 'd' ? 10_000 : 240_000;
            return count > longest
                ? throw new AssayException(ExitCode.Usage, $"{option} {text} is longer than any record", Remedy)
                : text[^1] == 'd' ? hour.AddDays(-count) : hour.AddHours(-count);
        }

        return Instant(option, text);
    }

    private static DateTimeOffset Instant(string option, string text) =>
        DateTimeOffset.TryParseExact(
            text,
            [
                "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ssK",
                "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            ],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant)
            ? instant
            : throw new AssayException(ExitCode.Usage, $"{option} {text} can't be read as a time", Remedy);
}
