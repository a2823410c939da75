using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;
using Assay.Units;
using Assay.Wording;

namespace Assay.Analysis.Levers.RoutingScopes;

/// <summary>A workload's calls through the global profile in place of a geographic one.</summary>
internal static class ScopesOfCalls
{
    public static IReadOnlyList<CallRemedy> All { get; } =
    [
        new(
            RoutingScopesLever.GeoToGlobal,
            Evidence.Measured,
            (_, _) => "",
            (calls, workload) => calls.Account.Options.AllowGlobal != false
                && workload.Plan.Parts.Any(part => part.Key.Scope == RoutingScope.Geo),
            Words)
        {
            Needs = options => options.AllowGlobal == true ? null : RoutingScopesLever.Setting,
        },
    ];

    private static ProposalWords Words(Proof proof)
    {
        var workload = proof.Workload;
        var share = Ratio.Of(proof.Cost(proof.Expected).Amount, proof.Cost(proof.Before).Amount) ?? 0;
        var id = CallIds.Of(
            proof.Calls.Account, workload.Row.Row.Account, proof.Expected.Parts.First(part =>
                part.Key.Scope == RoutingScope.Global).Key);
        return new(
            $"{workload.Name} calls a geographic profile; the same calls through the global one would cost "
                + $"{Percent.Of(share)} of that",
            "The global profile sends a call to any commercial Region of AWS. The Region that is billed stays the "
                + "same.",
            [
                "list prices of the same model and Region; all calls move",
                "where Regions have caches of their own, more of them may mean fewer reads",
            ],
            new Remedy(
                "If prompts and answers may be processed in any Region, say "
                    + $"{RoutingScopesLever.Setting}: true in assay.yaml and call the global profile.",
                Snippets.For(
                    workload, "RoutingScopes", "call", ("modelId", id), ("before", workload.Row.CallId))),
            proof.Verify);
    }
}
