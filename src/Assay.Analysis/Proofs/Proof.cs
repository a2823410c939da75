using Assay.Analysis.Levers;
using Assay.Analysis.Replay;
using Assay.Analysis.Simulation.Caching;
using Assay.Units;
using Assay.Wording;

namespace Assay.Analysis.Proofs;

/// <summary>A remedy on one workload, by itself: what the finding's words are made of.</summary>
/// <param name="Lever">The lever's id.</param>
/// <param name="After">The plan with the remedy, for each end of the range.</param>
public sealed record Proof(
    string Lever, CallRemedy Remedy, CallEvidence Calls, WorkloadEvidence Workload, IReadOnlyList<Plan> After)
{
    /// <summary>Of caching, where the replay placed it at the expected end; null of other levers.</summary>
    public CacheAdvice? Caching { get; init; }

    /// <summary>
    /// Dollars a month that it saves of prompts that are cached as is proposed beside it; null where nothing is
    /// proposed, or nobody asked.
    /// </summary>
    public Usd? SavedOnceCached { get; init; }

    /// <summary>The same, a sentence to go on with; empty where nothing is known.</summary>
    public string BehindCaching => SavedOnceCached is not { } saved ? ""
        : saved > Usd.Zero ? $" Once its prompts are cached as proposed, it is still worth {Money.Of(saved)} a month."
        : saved == Usd.Zero ? " Once its prompts are cached as proposed, it saves nothing more."
        : $" Once its prompts are cached as proposed, it would lose {Money.Of(saved * -1)} a month.";

    public Plan Before => Workload.Plan;

    public Plan Expected => After[(int)Bound.Expected];

    /// <summary>Dollars a month.</summary>
    public Usd Cost(Plan plan) => plan.Cost(Calls.Account.Book, Calls.Account.Day) ?? Usd.Zero;

    public Usd Saved(Bound bound) => (Cost(Before) - Cost(After[(int)bound])).Kept();

    /// <summary>Of the prompt's tokens those that are read from cache, from 0 to 1.</summary>
    public static decimal ReadShare(Plan plan) => Of(plan, part => part.CacheRead);

    public static decimal WriteShare(Plan plan) => Of(plan, part => part.Writes);

    /// <summary>The replay that shows the expected saving again, workload by workload.</summary>
    public string Verify
    {
        get
        {
            var window = Calls.Account.Window;
            var asked = Remedy.Asked(Lever, Calls, Bound.Expected) is { Length: > 0 } expected
                ? expected
                : Remedy.Asked(Lever, Calls, Bound.High);
            return $"assay replay {VerifyCommand.Ledger} --lever {asked} "
                + $"--since {window.From.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} "
                + $"--until {window.To.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";
        }
    }

    private static decimal Of(Plan plan, Func<Part, decimal> tokens) =>
        plan.Parts.Sum(part => part.Prompt) is > 0 and var all ? plan.Parts.Sum(tokens) / all : 0;
}
