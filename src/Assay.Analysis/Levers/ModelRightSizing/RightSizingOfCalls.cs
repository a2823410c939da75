using System.Globalization;
using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;
using Assay.Units;
using Assay.Wording;

namespace Assay.Analysis.Levers.ModelRightSizing;

/// <summary>
/// A workload's own calls on another model of its family. Prices can't show that it answers as well, so it counts in no
/// total until somebody says that it was tried.
/// </summary>
internal static class RightSizingOfCalls
{
    /// <summary>
    /// The same size first: what a step down saves is then of what is left. A step down only where the work looks
    /// easy; other work is a cascade's.
    /// </summary>
    public static IReadOnlyList<CallRemedy> All { get; } =
    [
        Of(ModelRightSizingLever.Superseded, "peer", (_, _) => true),
        Of(
            ModelRightSizingLever.Oversized,
            "sibling",
            (calls, workload) => workload.Model.Size >= calls.Account.Options.RightSizeFrom
                && workload.LooksEasy(calls.Account.Options)),
    ];

    /// <summary>Another tokenizer makes more tokens at worst, fewer at best.</summary>
    internal static string RatioAt(LeverOptions options, Bound bound)
    {
        var ratio = bound switch
        {
            Bound.Low => options.TokenRatio.High,
            Bound.Expected => (options.TokenRatio.Low + options.TokenRatio.High) / 2,
            _ => options.TokenRatio.Low,
        };
        return ratio.ToString("0.####", CultureInfo.InvariantCulture);
    }

    /// <summary>What speaks for an easy task, and what against.</summary>
    internal static string Ease(Proof proof)
    {
        var facts = proof.Workload.Facts;
        var easy = proof.Workload.LooksEasy(proof.Calls.Account.Options);
        var distinct = facts.Answers > 0
            ? $", {Count.Of(facts.DistinctAnswers)} different answers in {Count.Of(facts.Answers)}"
            : "";
        return $"It {(easy ? "looks easy" : "does not look easy")}: 95 of 100 answers have at most "
            + $"{Count.Of(facts.Output.P95)} tokens, {Percent.Of((decimal)facts.UsesTools / facts.Calls)} use a tool"
            + distinct + ".";
    }

    /// <summary>What the workload's tokens would cost elsewhere, a sentence.</summary>
    internal static string OnOtherModels(AccountEvidence account, WorkloadEvidence workload) =>
        "The same tokens on other models: "
            + string.Join(
                "; ", Alternatives.Of(account, workload.Row with { Plan = workload.Plan }).Select(each => each.Words))
            + ".";

    /// <summary>What is assumed of token counts.</summary>
    internal static string Tokenizers(AccountEvidence account, WorkloadEvidence workload, CatalogueModel to) =>
        to.Tokenizer == workload.Model.Tokenizer
            ? "the tokenizer is the same, so the token counts are taken as they are"
            : $"another tokenizer makes {account.Options.TokenRatio.Low:0.0#} (high) to "
                + $"{account.Options.TokenRatio.High:0.0#} (low) times the tokens of the same text; expected: midway";

    private static CallRemedy Of(string check, string to, Func<CallEvidence, WorkloadEvidence, bool> applies) => new(
        check,
        Evidence.Assumed,
        (calls, bound) => $"to={to},ratio={RatioAt(calls.Account.Options, bound)}",
        (calls, workload) => workload.Row.Key?.Scope != RoutingScope.Provisioned && applies(calls, workload),
        Words)
    {
        Needs = LeverOptions.NeedsTrial,
    };

    private static ProposalWords Words(Proof proof)
    {
        var (workload, account) = (proof.Workload, proof.Calls.Account);
        var to = proof.Expected.Parts.First(part => part.Key.Model != workload.Model.Id).Key;
        var other = account.Book.Catalogue.Find(to.Model)!;
        var share = Ratio.Of(proof.Cost(proof.Expected).Amount, proof.Cost(proof.Before).Amount) ?? 0;
        return new(
            $"{workload.Name}: the same calls on {other.Name} would cost {Percent.Of(share)} of "
                + $"{Money.Of(proof.Cost(proof.Before))} a month",
            (other.Size == workload.Model.Size
                ? $"{other.Name} is of the same family and size. "
                : Ease(proof) + " ")
                + OnOtherModels(account, workload),
            [
                "all of the workload's calls move; it is in no total, because no price shows that the answers are as "
                    + "good",
                Tokenizers(account, workload, other),
                "what is missing: answers of both models to a sample of these calls, compared by somebody or by a "
                    + "judge",
            ],
            new Remedy(
                $"Send a sample of the calls to {other.Name} too, compare the answers, and move what holds.",
                Snippets.For(
                    workload, "ModelRightSizing", "route",
                    ("small", CallIds.Of(account, workload.Row.Row.Account, to)))),
            proof.Verify);
    }
}
