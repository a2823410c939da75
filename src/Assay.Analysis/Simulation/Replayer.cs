using Assay.Analysis.Levers;
using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Pricing;
using Assay.Replays;
using Assay.Units;
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
    private readonly SortedSet<string> unpriced = new(StringComparer.Ordinal);

    /// <param name="allowed">Which models may be chosen, and where; a lever's option may name any model.</param>
    public Replayer(Ledger ledger, PriceBook book, Window window, AllowedPlaces? allowed = null)
    {
        context = new ReplayContext(ledger, book, window) { Allowed = allowed ?? AllowedPlaces.Any };
        this.window = window;
    }

    /// <exception cref="AssayException">A lever or an option is unknown.</exception>
    public ReplayReport Run(IReadOnlyList<LeverRequest> requests)
    {
        var ordered = Ordered(requests);
        List<ReplayPlan> inOrder = [];
        List<ReplayPlan> alone = [];
        foreach (var (lever, request) in ordered)
        {
            List<ReplayPlan> done = [.. inOrder];
            alone.Add(lever.Plan(request, context, () => []));
            inOrder.Add(done.Count == 0
                ? alone[^1]
                : lever.Plan(request, context, () => [.. done.Select(plan => plan.Make())]));
        }

        var sequence = inOrder.Select(plan => plan.Make()).ToList();
        var single = inOrder.Count == 1 ? [] : alone.Select(plan => plan.Make()).ToList();
        List<Chain> chains = [context.ChainOf(sequence), .. single.Select(step => context.ChainOf([step]))];
        var asMade = context.NewTally();
        var calls = Simulator.Run(context.Calls, asMade, chains);
        var actual = Told(context.Board.Price(asMade.Rows(), context.Meters));
        var steps = Steps(chains[0], inOrder, sequence, actual);
        return new ReplayReport(
            window,
            calls,
            new ReplayCost(actual.Cost?.Kept(), actual.Tokens),
            steps,
            single.Count == 0
                ? steps
                : [.. single.Select((step, i) => Steps(chains[i + 1], [alone[i]], [step], actual)[0])],
            [.. unpriced]);
    }

    private List<ReplayStep> Steps(
        Chain chain, List<ReplayPlan> plans, List<IReplayStep> steps, Bill actual)
    {
        var told = new List<ReplayStep>();
        var (left, rates) = (actual, (CacheRates?)null);
        for (var i = 0; i < plans.Count; i++)
        {
            // Prices that stand in for the book's hold from their step on.
            rates = plans[i].Rates ?? rates;
            var bill = Told(context.Board.Price(chain.Tallies[i].Rows(), chain.Meters[i], rates));
            var saved = left.Cost is { } was && bill.Cost is { } now ? (was - now).Kept() : (Usd?)null;
            told.Add(new ReplayStep(
                plans[i].Lever, plans[i].Options, bill.Cost?.Kept(), saved, bill.Tokens,
                [.. steps[i].Measures(bill)], plans[i].Assumptions)
            {
                Workloads = WorkloadParts.Of(context, left, bill),
            });
            left = bill;
        }

        return told;
    }

    private Bill Told(Bill bill)
    {
        unpriced.UnionWith(bill.Unpriced);
        return bill;
    }

    private static List<(IReplayLever Lever, LeverRequest Request)> Ordered(IReadOnlyList<LeverRequest> requests)
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
               select (lever, request),
        ];
    }
}
