namespace Assay.Analysis.Simulation;

/// <summary>Levers pulled one after the other, with the options that they were asked for with.</summary>
internal sealed class ReplayRun
{
    private readonly Planning plan;
    private readonly ReplayContext context;
    private readonly IReadOnlyList<(IReplayLever Lever, LeverRequest? Request)> asked;
    private readonly List<IReplayStep?> steps;

    /// <param name="asked">A lever without a request is not pulled.</param>
    /// <param name="settled">Another run, whose plans hold where the same is asked; null for none.</param>
    public ReplayRun(
        ReplayContext context, Planning plan, IReadOnlyList<(IReplayLever Lever, LeverRequest? Request)> asked,
        ReplayRun? settled = null)
    {
        (this.context, this.plan, this.asked) = (context, plan, asked);
        List<ReplayPlan?> plans = [];
        foreach (var (i, (lever, request)) in asked.Index())
        {
            List<ReplayPlan> done = [.. plans.OfType<ReplayPlan>()];
            plans.Add(request is null ? null
                : ReferenceEquals(settled?.asked[i].Request, request) ? settled.Plans[i]
                : settled?.Plans[i] is { MakeAt: { } at } chosen ? chosen with { Make = () => at(request) }
                : Settled(plan(lever, request, done), request));
        }

        Plans = plans;
        steps = [.. plans.Select(each => each?.Make())];
        Chain = context.ChainOf([.. steps.OfType<IReplayStep>()]);
    }

    /// <summary>Settles a lever's options, given what is pulled before it.</summary>
    public delegate ReplayPlan Planning(IReplayLever lever, LeverRequest request, IReadOnlyList<ReplayPlan> done);

    /// <summary>Of each lever; null where it is not pulled.</summary>
    public IReadOnlyList<ReplayPlan?> Plans { get; }

    /// <summary>Takes the calls; then there are bills.</summary>
    public Chain Chain { get; }

    private static ReplayPlan Settled(ReplayPlan plan, LeverRequest request) =>
        plan with { Unsure = [.. plan.Unsure.Where(each => !request.Given.ContainsKey(each.Option))] };

    /// <summary>
    /// The same levers at an end of the range; itself where nothing is unsure. What was chosen for what is expected
    /// stays chosen: the end is what then comes of it.
    /// </summary>
    public ReplayRun At(bool isLow)
    {
        var there = asked.Zip(Plans, (each, plan) => (
            each.Lever, Request: each.Request is null ? null : Unsure.At(isLow, each.Request, plan!.Unsure))).ToList();
        return there.Zip(asked).All(pair => ReferenceEquals(pair.First.Request, pair.Second.Request))
            ? this
            : new ReplayRun(context, plan, there, this);
    }

    public IEnumerable<(string Name, decimal? Value)> Measures(int lever, Bill bill) => steps[lever]!.Measures(bill);

    /// <summary>What the calls cost after each lever; one that is not pulled leaves what was.</summary>
    public IReadOnlyList<Bill> Bills(Bill actual)
    {
        List<Bill> bills = [];
        var (left, rates, step) = (actual, (CacheRates?)null, 0);
        foreach (var each in Plans)
        {
            if (each is not null)
            {
                // Prices that stand in for the book's hold from their step on.
                rates = each.Rates ?? rates;
                left = context.Board.Price(Chain.Tallies[step].Rows(), Chain.Meters[step], rates);
                step++;
            }

            bills.Add(left);
        }

        return bills;
    }
}
