using Assay.Analysis.Levers;
using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Pricing;
using Assay.Replays;
using Assay.Usage;

namespace Assay.Analysis.Simulation;

/// <summary>
/// Makes the calls of a ledger again, otherwise: every lever that was asked for in the contract's order, and each by
/// itself, all in one pass once their options are settled.
/// </summary>
public sealed class Replayer
{
    private readonly ReplayContext context;
    private readonly Window window;
    private readonly Dictionary<LeverRequest, ReplayPlan> first = new(ReferenceEqualityComparer.Instance);

    /// <param name="options">What levers may do, and what they assume; null for the defaults.</param>
    public Replayer(Ledger ledger, PriceBook book, Window window, LeverOptions? options = null)
    {
        context = new ReplayContext(ledger, book, window) { Options = options ?? LeverOptions.Default };
        this.window = window;
    }

    /// <exception cref="AssayException">A lever or an option is unknown.</exception>
    public ReplayReport Run(IReadOnlyList<LeverRequest> requests)
    {
        var ordered = Ordered(requests);
        var sequence = new ReplayRange(new ReplayRun(context, PlanOf, ordered));
        List<ReplayRange> single = ordered.Count < 2
            ? []
            : [.. ordered.Select(each => new ReplayRange(new ReplayRun(context, PlanOf, [each])))];
        var asMade = context.NewTally();
        var calls = Simulator.Run(
            context.Calls, asMade, [.. sequence.Chains, .. single.SelectMany(each => each.Chains)]);
        var actual = context.Board.Price(asMade.Rows(), context.Meters);
        var unpriced = new SortedSet<string>(actual.Unpriced, StringComparer.Ordinal);
        var (steps, saved) = sequence.Told(context, actual, unpriced);
        return new ReplayReport(
            window,
            calls,
            new ReplayCost(actual.Cost?.Kept(), actual.Tokens),
            steps,
            single.Count == 0 ? steps : [.. single.Select(each => each.Told(context, actual, unpriced).Steps[0])],
            [.. unpriced])
        {
            CombinedRange = saved,
        };
    }

    /// <summary>A lever that stands first is settled once, in the sequence and by itself.</summary>
    private ReplayPlan PlanOf(IReplayLever lever, LeverRequest request, IReadOnlyList<ReplayPlan> done)
    {
        if (done.Count > 0)
        {
            return lever.Plan(request, context, () => [.. done.Select(plan => plan.Make())]);
        }

        if (!first.TryGetValue(request, out var plan))
        {
            first[request] = plan = lever.Plan(request, context, () => []);
        }

        return plan;
    }

    private static List<(IReplayLever Lever, LeverRequest? Request)> Ordered(IReadOnlyList<LeverRequest> requests)
    {
        if (requests.FirstOrDefault(request => !ReplayLevers.Ids.Contains(request.Lever)) is { } unknown)
        {
            throw new AssayException(
                ExitCode.Usage,
                $"no lever over calls is called {unknown.Lever}",
                "choose from: " + string.Join(", ", ReplayLevers.Ids));
        }

        if (requests.GroupBy(request => request.Lever).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new AssayException(
                ExitCode.Usage, $"{twice.Key} was asked for twice", "ask once for each, or replay twice and compare");
        }

        return
        [
            .. from lever in ReplayLevers.All
               from request in requests
               where request.Lever == lever.Id
               select (lever, (LeverRequest?)request),
        ];
    }
}
