using Assay.Analysis.Levers;
using Assay.Analysis.Replay;
using Assay.Units;

namespace Assay.Analysis.Proofs;

/// <summary>A remedy on one workload, by itself: what the finding's words are made of.</summary>
/// <param name="Lever">The lever's id.</param>
/// <param name="After">The plan with the remedy, for each end of the range.</param>
public sealed record Proof(
    string Lever, CallRemedy Remedy, CallEvidence Calls, WorkloadEvidence Workload, IReadOnlyList<Plan> After)
{
    /// <summary>What the replay settled for the workload at the expected end, in words.</summary>
    public string? Choice { get; init; }

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
