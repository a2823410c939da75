using Assay.Analysis.Replay;
using Assay.Analysis.Reporting;
using Assay.Ledgers;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;
using Assay.Wording;

namespace Assay.Analysis.Tracking;

/// <summary>
/// Holds promises against later calls: the same traffic priced the old way and as it was made. A promise is closed only
/// when the money moved.
/// </summary>
/// <param name="before">The window of the report that promised.</param>
/// <param name="after">The later window.</param>
public sealed class Tracker(Ledger ledger, PriceBook book, Window before, Window after, ReportOptions options)
{
    private const string Cascade = "cascade";

    /// <summary>From this share of what is due on, a promise is kept.</summary>
    private const decimal Kept = 0.8m;

    /// <summary>Below this share nothing has moved that traffic would not move by itself.</summary>
    private const decimal Begun = 0.2m;

    private readonly IReadOnlyDictionary<string, WorkloadMonth> was = WorkloadMonth.Of(ledger, book, before);
    private readonly IReadOnlyDictionary<string, WorkloadMonth> now = WorkloadMonth.Of(ledger, book, after);
    private readonly DateOnly day = DateOnly.FromDateTime(after.To.UtcDateTime.AddTicks(-1));

    /// <summary>Of every promise: what nobody can tell, then open, partly and closed ones; by what is due.</summary>
    public IReadOnlyList<TrackedFinding> Track(IEnumerable<Promise> promises)
    {
        var left = new ReportBuilder(ledger, book, options).Build(after).Findings
            .Where(finding => finding.Saving is not null)
            .ToDictionary(finding => finding.Id, finding => finding.Saving!.Standalone.Expected.Amount);
        return
        [
            .. promises.Select(promise => Of(promise, left))
                .OrderByDescending(each => each.Status)
                .ThenByDescending(each => each.DueUsd ?? each.Promise.MonthlyUsd)
                .ThenBy(each => each.Promise.Id, StringComparer.Ordinal),
        ];
    }

    private TrackedFinding Of(Promise promise, Dictionary<string, decimal> left)
    {
        TrackedFinding Unknown(string why) => new(promise, TrackedStatus.Unknown, null, null, null, why);

        if (promise is not { Lever: { } lever, Workload: { } slug, MonthlyUsd: { } promised })
        {
            return Unknown("it is no saving of a workload's calls, so no calls can show it");
        }

        if (!was.TryGetValue(slug, out var old))
        {
            return Unknown("the ledger holds no calls of the workload in the report's window");
        }

        var places = Later(old, lever);
        if (places.Count == 0)
        {
            return Unknown("the ledger holds no later calls of the workload");
        }

        var (later, remains) = (Sum(old, places), left.GetValueOrDefault(promise.Id));
        if (lever == Cascade)
        {
            return OfCascade(promise, old, places, remains);
        }

        var oldWay = OldWay.Of(lever, old, later);
        if (Cost(oldWay ?? later) is not { } oldCost || Cost(later) is not { } cost || Cost(old) is not > 0)
        {
            return Unknown("some of the calls have no known price");
        }

        if (oldWay is null && later.Calls < options.Levers.MinimumCalls * 720 / after.Hours)
        {
            return Unknown("the later calls are too few to be judged");
        }

        // Where sums can't tell the old way, what is no longer found is what was saved.
        var due = Round(promised / Cost(old)!.Value * oldCost);
        var realised = Round(oldWay is null ? due - remains : oldCost - cost);
        return new(promise, StatusOf(due, realised), due, realised, remains, Say(old, later, oldCost, cost));
    }

    /// <summary>Told where both ends of what calls don't show come to the same; figures are of the low one.</summary>
    private TrackedFinding OfCascade(
        Promise promise, WorkloadMonth old, List<WorkloadMonth> places, decimal remains)
    {
        var later = Sum(old, places);
        var (low, high) = Cascaded.OldWays(
            old,
            [.. places.Where(each => each.Record.Slug != old.Record.Slug && each.Record.Tools == old.Record.Tools)],
            places.Find(each => each.Record.Slug == old.Record.Slug));
        if (Cost(later) is not { } cost || Cost(low) is not { } least || Cost(high) is not { } most
            || Cost(old) is not > 0)
        {
            return new(promise, TrackedStatus.Unknown, null, null, null, "some of the calls have no known price");
        }

        decimal Due(decimal oldCost) => Round(promise.MonthlyUsd!.Value / Cost(old)!.Value * oldCost);
        var (atLeast, atMost) = (
            StatusOf(Due(least), Round(least - cost)), StatusOf(Due(most), Round(most - cost)));
        return atLeast == atMost
            ? new(promise, atLeast, Due(least), Round(least - cost), remains, Say(old, later, least, cost))
            : new(
                promise, TrackedStatus.Unknown, null, null, remains,
                $"between {Money.Of(new Usd(least - cost))} and {Money.Of(new Usd(most - cost))} a month are saved: no "
                    + "call says whether it asks, checks or is asked again");
    }

    private static TrackedStatus StatusOf(decimal due, decimal realised) =>
        due <= 0 || realised >= due * Kept ? TrackedStatus.Closed
        : realised >= due * Begun ? TrackedStatus.Partly
        : TrackedStatus.Open;

    /// <summary>
    /// Its later calls; where they were moved to another model, the workloads that the same caller makes with the same
    /// tools and did not make before are part of it. A cascade's check may offer other tools.
    /// </summary>
    private List<WorkloadMonth> Later(WorkloadMonth old, string lever) =>
    [
        .. now.Values.Where(each => each.Record.Slug == old.Record.Slug
            || (each.Record.Account == old.Record.Account && each.Record.Caller == old.Record.Caller
                && (lever == Cascade || each.Record.Tools == old.Record.Tools)
                && !was.ContainsKey(each.Record.Slug))),
    ];

    private static WorkloadMonth Sum(WorkloadMonth old, List<WorkloadMonth> places) => new(
        old.Record,
        new Plan([.. places.SelectMany(each => each.Plan.Parts)], Usd.Zero),
        places.Sum(each => each.Calls));

    private decimal? Cost(WorkloadMonth month) => month.Plan.Cost(book, day)?.Amount;

    private static decimal Round(decimal usd) => Math.Round(usd, 12);

    private static string Say(WorkloadMonth old, WorkloadMonth later, decimal oldCost, decimal cost) =>
        $"{Count.Nearest(later.Calls)} calls a month (before: {Count.Nearest(old.Calls)}) cost "
            + $"{Money.Of(new Usd(cost))}; the old way they would cost {Money.Of(new Usd(oldCost))}";
}
