using System.Globalization;
using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;
using Assay.Units;
using Assay.Wording;

namespace Assay.Analysis.Levers.ModelRightSizing;

/// <summary>
/// A workload's own calls on a smaller sibling. Prices can't show that it answers as well, so it counts in no total
/// until somebody says that it was tried.
/// </summary>
internal static class RightSizingOfCalls
{
    private static readonly decimal[] Escalations = [0.1m, 0.2m, 0.3m];

    /// <summary>The same size first: what a step down saves is then of what is left.</summary>
    public static IReadOnlyList<CallRemedy> All { get; } =
    [
        Of(ModelRightSizingLever.Superseded, "peer", (_, _) => true),
        Of(
            ModelRightSizingLever.Oversized,
            "sibling",
            (calls, workload) => workload.Model.Size >= calls.Account.Options.RightSizeFrom),
    ];

    private static CallRemedy Of(string check, string to, Func<CallEvidence, WorkloadEvidence, bool> applies) => new(
        check,
        Evidence.Assumed,
        (calls, bound) => $"to={to},ratio={Text(RatioOf(calls.Account.Options, bound))}",
        (calls, workload) => workload.Row.Key?.Scope != RoutingScope.Provisioned && applies(calls, workload),
        Words)
    {
        Needs = LeverOptions.NeedsTrial,
    };

    /// <summary>Another tokenizer makes more tokens at worst, fewer at best.</summary>
    private static decimal RatioOf(LeverOptions options, Bound bound) => bound switch
    {
        Bound.Low => options.TokenRatio.High,
        Bound.Expected => (options.TokenRatio.Low + options.TokenRatio.High) / 2,
        _ => options.TokenRatio.Low,
    };

    private static ProposalWords Words(Proof proof)
    {
        var (workload, account) = (proof.Workload, proof.Calls.Account);
        var to = proof.Expected.Parts.First(part => part.Key.Model != workload.Model.Id).Key;
        var small = account.Book.Catalogue.Find(to.Model)!;
        var share = Ratio.Of(proof.Cost(proof.Expected).Amount, proof.Cost(proof.Before).Amount) ?? 0;
        var others = Alternatives.Of(account, workload.Row with { Plan = workload.Plan });
        var isPeer = small.Size == workload.Model.Size;
        return new(
            $"{workload.Name}: the same calls on {small.Name} would cost {Percent.Of(share)} of "
                + $"{Money.Of(proof.Cost(proof.Before))} a month",
            (isPeer ? $"{small.Name} is of the same family and size. " : $"{Ease(proof)} {Cascade(proof, small)} ")
                + "The same tokens on other models: "
                + string.Join("; ", others.Select(each => each.Words)) + ".",
            [
                "all of the workload's calls move; it is in no total, because no price shows that the answers are as "
                    + "good",
                small.Tokenizer == workload.Model.Tokenizer
                    ? "the tokenizer is the same, so the token counts are taken as they are"
                    : $"another tokenizer makes {account.Options.TokenRatio.Low:0.0#} (high) to "
                        + $"{account.Options.TokenRatio.High:0.0#} (low) times the tokens of the same text; expected: "
                        + "midway",
                "what is missing: answers of both models to a sample of these calls, compared by somebody or by a "
                    + "judge",
            ],
            new Remedy(
                $"Send a sample of the calls to {small.Name} too, compare the answers, and move what holds.",
                Snippets.For(
                    workload, "ModelRightSizing", "route",
                    ("modelId", workload.Row.CallId), ("small", CallIds.Of(account, workload.Row.Row.Account, to)),
                    ("region", workload.Row.Row.Region))),
            proof.Verify);
    }

    /// <summary>What speaks for an easy task, and what against.</summary>
    private static string Ease(Proof proof)
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

    /// <summary>
    /// Expected cost of a cascade: small + check + escalation · large, the check reckoned as another call of the small
    /// model. It pays while the escalation rate is below 1 − 2 · small / large.
    /// </summary>
    private static string Cascade(Proof proof, CatalogueModel small)
    {
        var (cheap, dear) = (proof.Cost(proof.Expected).Amount, proof.Cost(proof.Before).Amount);
        var breakEven = dear == 0 ? 0 : 1 - (2 * cheap / dear);
        return breakEven <= 0
            ? $"A cascade would not pay: {small.Name} and a check of its answers cost as much."
            : $"A cascade (first {small.Name}, its answer checked by another call of it, the rest asked again of "
                + $"{proof.Workload.Model.Name}) would cost "
                + string.Join(", ", Escalations.Select(rate =>
                    $"{Money.Of(new Usd((2 * cheap) + (rate * dear)))} with {Percent.Of(rate)} asked again"))
                + $"; it pays below {Percent.Of(breakEven)}.";
    }

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
