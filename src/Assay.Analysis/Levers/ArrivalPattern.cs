using Assay.Ledgers;
using Assay.Wording;

namespace Assay.Analysis.Levers;

/// <summary>
/// When the calls of a row come, by UTC hour of the day. It hints at whether somebody waits for the answer; metrics
/// show no more. The time zone does not matter: only how calls lie together does.
/// </summary>
/// <param name="BurstFrom">First UTC hour of the busiest hours.</param>
/// <param name="BurstShare">Share of the calls in the busiest hours.</param>
/// <param name="NightShare">Calls of the quietest eight hours, of an even third of the day's.</param>
internal sealed record ArrivalPattern(
    ArrivalShape Shape, decimal CallsPerDay, int BurstFrom, int BurstHours, decimal BurstShare, decimal NightShare)
{
    private const int HoursADay = 24;

    private const int Night = 8;

    /// <returns>Null where hours are not known, or too few days have calls to show a habit.</returns>
    public static ArrivalPattern? Of(AccountEvidence account, ArrivalTotal? known)
    {
        var options = account.Options;
        if (known is not { } arrivals || arrivals.Days < options.ArrivalDays)
        {
            return null;
        }

        var all = (decimal)arrivals.ByHour.Sum();
        // The fewest hours that hold enough of the calls; the most that a burst may have where none do.
        var (most, from, length) = Enumerable.Range(1, Math.Clamp(options.BurstHours, 1, HoursADay))
            .Select(hours => Spans(arrivals.ByHour, hours).MaxBy(span => span.Calls))
            .Aggregate((less, more) => less.Calls / all >= options.BurstShare ? less : more);
        var night = Spans(arrivals.ByHour, Night).Min(span => span.Calls) / all * HoursADay / Night;
        var shape = most / all >= options.BurstShare ? ArrivalShape.Burst
            : night >= options.FlatFrom ? ArrivalShape.Flat
            : ArrivalShape.Daily;
        return new(shape, all / account.Window.Days, from, length, most / all, night);
    }

    /// <summary>Enough calls lie together for a batch job to be worth its trouble.</summary>
    public bool FillsBatches(LeverOptions options) =>
        Shape == ArrivalShape.Burst || CallsPerDay > options.BatchCallsPerDay;

    /// <summary>Share of the calls that could wait, for all that their hours show: expected.</summary>
    public decimal Expected(LeverOptions options) =>
        Shape == ArrivalShape.Burst ? BurstShare * options.BurstExpected : options.FlatExpected;

    public decimal High => Shape == ArrivalShape.Burst ? BurstShare : 1;

    /// <summary>As <c>makes 92% of its 34.3K calls a day between 01:00 and 05:00 UTC</c>.</summary>
    public string Words => Shape == ArrivalShape.Burst
        ? $"makes {Percent.Of(BurstShare)} of its {PerDay} calls a day between {BurstFrom:00}:00 and "
            + $"{(BurstFrom + BurstHours) % HoursADay:00}:00 UTC"
        : $"makes {PerDay} calls a day, by night as by day";

    /// <summary>What is assumed of who waits.</summary>
    public string Assumption(LeverOptions options) => Shape == ArrivalShape.Burst
        ? $"expected: {Percent.Of(options.BurstExpected)} of the calls in those hours can wait; high: all of them; "
            + "low: none"
        : $"expected: {Percent.Of(options.FlatExpected)} of the calls can wait; high: all of them; low: none";

    private string PerDay => Count.Of((long)CallsPerDay);

    private static IEnumerable<(long Calls, int From, int Hours)> Spans(IReadOnlyList<long> byHour, int hours) =>
        Enumerable.Range(0, HoursADay).Select(from => (
            Enumerable.Range(from, hours).Sum(hour => byHour[hour % HoursADay]), from, hours));
}
