using Assay.Analysis.Levers;
using Assay.Analysis.Replay;
using Assay.Analysis.Simulation;
using Assay.Analysis.Simulation.Capacity;
using Assay.Findings;
using Assay.Ledgers;
using Assay.Ledgers.Replaying;
using Assay.Units;

namespace Assay.Analysis.Proofs;

/// <summary>
/// Proves levers on the calls of a ledger: each remedy on each workload by itself, then all that count one after the
/// other, in the contract's order.
/// </summary>
internal sealed class CallProver
{
    private const long MicrosOfMinute = 60_000_000;

    private readonly ReplayContext context;
    private readonly GroupPlans now;
    private readonly IReadOnlyDictionary<int, int> rowOfMeter;
    private readonly Dictionary<int, WorkloadFacts> facts;

    /// <param name="rowOfMeter">The report's row of each meter.</param>
    /// <param name="isAsked">Checks that somebody wants to hear of.</param>
    public CallProver(
        ReplayContext context, AccountEvidence account, IReadOnlyDictionary<int, int> rowOfMeter,
        Func<string, bool> isAsked)
    {
        (this.context, this.rowOfMeter) = (context, rowOfMeter);
        Remedies =
        [
            .. from id in Waterfall.Order
               from lever in Lever.All
               where lever.Id == id
               from remedy in lever.OfCalls
               where isAsked(remedy.Check)
               select (lever, remedy),
        ];
        facts = Remedies.Count == 0 ? [] : context.Calls.Facts()
            .Where(each => each.Value.Calls >= account.Options.MinimumCalls)
            .ToDictionary(each => each.Key, each => each.Value);
        GroupsOfRow = context.Calls.Groups.Index()
            .Where(each => rowOfMeter.ContainsKey(each.Item.Meter))
            .GroupBy(each => rowOfMeter[each.Item.Meter])
            .Where(row => row.Any(each => IsJudged(each.Item)))
            .SelectMany(row => row.Select(each => (row.Key, each.Index)))
            .ToLookup(each => each.Key, each => each.Index);
        now = new GroupPlans(context, context.AsMade, context.Meters, account.PerMonth);
        var rows = account.Rows.Select(row => Planned(account, row)).ToList();
        Account = account with { Rows = rows, EachCall = EachCall };
        Evidence = new CallEvidence(
            Account, [.. Workloads()], context.Calls.Lanes.Count);
    }

    /// <summary>The account with the rows of calls planned from the calls.</summary>
    public AccountEvidence Account { get; }

    public CallEvidence Evidence { get; }

    /// <summary>Every remedy of every workload that it helps, by itself.</summary>
    public IReadOnlyList<Proposal> Alone() =>
        Evidence.Workloads.Count == 0 ? [] : [.. new AloneRun(context, this).Run().Select(ProposalOf)];

    /// <summary>
    /// What counts of the proposals, one after the other; what earlier ones left not worth doing is not done.
    /// </summary>
    public ReplayedSequence Sequence(IReadOnlyList<Proposal> proposals)
    {
        var picked = proposals.Where(each => each.IsCounted).ToList();
        while (true)
        {
            var sequence = new SequenceRun(context, this, picked).Run();
            var left = picked.Where(each => Saved(sequence.Plans[each][(int)Bound.Expected]) > Usd.Zero).ToList();
            if (left.Count == picked.Count)
            {
                return sequence;
            }

            picked = left;
        }
    }

    /// <summary>In the contract's order.</summary>
    internal IReadOnlyList<(ILever Lever, CallRemedy Remedy)> Remedies { get; }

    internal ReplayPlan PlanOf(string asked, Func<IReadOnlyList<IReplayStep>> before)
    {
        var request = LeverRequest.Parse(asked);
        return ReplayLevers.All.Single(each => each.Id == request.Lever).Plan(request, context, before);
    }

    internal GroupPlans After(Chain chain, int step) =>
        step < 0 ? now : new(context, chain.Tallies[step], chain.Meters[step], Account.PerMonth);

    /// <summary>
    /// Groups of calls by the report's row they are in. Rows without a workload of calls enough are not there: their
    /// metrics' bounds speak for them.
    /// </summary>
    internal ILookup<int, int> GroupsOfRow { get; }

    /// <summary>What of a row is paid by the hour, whatever becomes of its calls.</summary>
    internal static Usd HourlyOf(RowEvidence row) => row.Plan?.Hourly ?? Usd.Zero;

    internal Usd? Cost(Plan? plan) => plan?.Cost(Account.Book, Account.Day);

    private bool IsJudged(CallGroup group) => group.Workload is { } id && facts.ContainsKey(id);

    private Usd Saved((Plan Before, Plan After) plans) =>
        (Cost(plans.Before) - Cost(plans.After))?.Kept() ?? Usd.Zero;

    private Proposal ProposalOf(Proof proof)
    {
        var (workload, row) = (proof.Workload, proof.Workload.Row.Row);
        return new Proposal(
            proof.Lever, proof.Remedy.Check, proof.Workload.Row.Index,
            new Subject(row.Account, row.Region, row.ModelId, workload.Record.Slug),
            (plan, _) => plan, proof.Remedy.Evidence, proof.Remedy.Words(proof))
        {
            Needs = proof.Remedy.Needs(Account.Options),
            Owner = workload.Owner,
            Replayed = proof,
        };
    }

    private void EachCall(Action<RowCall> take)
    {
        var rows = context.Calls.Groups.Select(group => rowOfMeter.GetValueOrDefault(group.Meter, -1)).ToArray();
        context.Calls.Read(batch =>
        {
            for (var i = 0; i < batch.Count; i++)
            {
                if (rows[batch.Group[i]] is >= 0 and var row)
                {
                    var call = Simulator.Of(batch, i);
                    take(new(call.Time / MicrosOfMinute, row, CallDemand.TokensOf(call)));
                }
            }
        });
    }

    private RowEvidence Planned(AccountEvidence account, RowEvidence row)
    {
        var groups = GroupsOfRow[row.Index].ToList();
        return groups.Count == 0 || now.Of(groups) is not { } plan
            ? row
            : row with
            {
                IsReplayed = true,
                Plan = plan.Cost(account.Book, account.Day) is null ? null : plan with { Hourly = HourlyOf(row) },
            };
    }

    private IEnumerable<WorkloadEvidence> Workloads()
    {
        if (facts.Count == 0)
        {
            return [];
        }

        var arrivals = context.Calls.Arrivals();
        return context.Calls.Groups.Index()
            .Where(each => IsJudged(each.Item) && rowOfMeter.ContainsKey(each.Item.Meter))
            .GroupBy(each => each.Item.Workload!.Value, each => each.Index)
            .Select(each => WorkloadOf(context.Workloads[each.Key], facts[each.Key], [.. each]))
            .OfType<WorkloadEvidence>()
            .Select(each => each with { Arrivals = arrivals.GetValueOrDefault(each.Record.Id) })
            .OrderByDescending(each => Cost(each.Plan)!.Value.Amount)
            .ThenBy(each => each.Record.Id);
    }

    /// <returns>Null where its model or its price is not known.</returns>
    private WorkloadEvidence? WorkloadOf(WorkloadRecord record, WorkloadFacts facts, IReadOnlyList<int> groups)
    {
        var plan = now.Of(groups);
        var dearest = groups.MaxBy(each => Cost(now.Of([each]))?.Amount ?? -1);
        var row = Account.Rows[rowOfMeter[context.Calls.Groups[dearest].Meter]];
        return plan is null || Cost(plan) is null || row.Model is null
            ? null
            : new WorkloadEvidence(record, facts, groups, row, plan) { Prefix = context.Prefixes.Of(groups) };
    }
}
