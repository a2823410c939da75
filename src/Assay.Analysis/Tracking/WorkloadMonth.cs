using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Analysis.Simulation;
using Assay.Ledgers;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.Analysis.Tracking;

/// <summary>How a workload called in a window, as a month.</summary>
internal sealed record WorkloadMonth(WorkloadRecord Record, Plan Plan, decimal Calls)
{
    public decimal Prompt => Plan.Parts.Sum(part => part.Prompt);

    public decimal Output => Plan.Parts.Sum(part => part.Output);

    /// <summary>Every workload that called, by its id; those whose model nobody knows are left out.</summary>
    public static IReadOnlyDictionary<string, WorkloadMonth> Of(Ledger ledger, PriceBook book, Window window)
    {
        var perMonth = 720 / window.Hours;
        var context = new ReplayContext(ledger, book, window, isCounted: true);
        var plans = new GroupPlans(context, context.AsMade, context.Meters, perMonth);
        var facts = context.Calls.Facts();
        return context.Calls.Groups.Index()
            .Where(each => each.Item.Workload is { } id && facts.ContainsKey(id))
            .GroupBy(each => each.Item.Workload!.Value, each => each.Index)
            .Select(groups => (Record: context.Workloads[groups.Key], Plan: plans.Of(groups),
                Calls: facts[groups.Key].Calls * perMonth))
            .Where(each => each.Plan is { Parts.Count: > 0 })
            .ToDictionary(
                each => each.Record.Slug,
                each => new WorkloadMonth(each.Record, each.Plan!, each.Calls),
                StringComparer.Ordinal);
    }

    /// <summary>The same calls with each part edited.</summary>
    public WorkloadMonth Each(Func<Part, Part> edit) => this with { Plan = Plan.Each(edit) };
}
