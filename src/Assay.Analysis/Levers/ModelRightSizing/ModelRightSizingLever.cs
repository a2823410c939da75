using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;
using Assay.Wording;

namespace Assay.Analysis.Levers.ModelRightSizing;

/// <summary>
/// Large models on work that a smaller one may do. Gives the same tokens' price on every smaller sibling and on the
/// cheapest models that can take the calls; never says that quality is equal, because prices can't tell.
/// </summary>
public sealed class ModelRightSizingLever : ILever
{
    public const string Oversized = "model-oversized";

    /// <summary>The cheaper sibling is of the same size: a successor, not a step down.</summary>
    public const string Superseded = "model-superseded";

    public string Id => "model-right-sizing";

    public IReadOnlyList<LeverCheck> Checks { get; } =
    [
        LeverCheck.OfTokens(Oversized, "A large model does what a smaller sibling may do") with
        {
            Effort = Effort.High,
        },
        LeverCheck.OfTokens(Superseded, "A sibling of the same size is sold for less") with { Effort = Effort.High },
    ];

    public IReadOnlyList<CallRemedy> OfCalls => RightSizingOfCalls.All;

    public IEnumerable<Proposal> Propose(AccountEvidence account)
    {
        foreach (var row in account.Judged.Where(row => IsCandidate(account, row)))
        {
            var alternatives = Alternatives.Of(account, row);
            if (alternatives.Count > 0)
            {
                yield return Of(account, row, alternatives);
            }
        }
    }

    private static bool IsCandidate(AccountEvidence account, RowEvidence row) =>
        row.Model!.GeneratesText && row.Key!.Scope != RoutingScope.Provisioned
        && row.Model.Size >= account.Options.RightSizeFrom;

    /// <summary>
    /// Alternatives count once: the first, the nearest sibling that is cheaper, is what the saving is of.
    /// </summary>
    private Proposal Of(AccountEvidence account, RowEvidence row, IReadOnlyList<Alternative> alternatives)
    {
        var (best, options) = (alternatives[0], account.Options);
        var easy = row.OutputPerCall <= options.EasyOutput;
        return new(
            Id, best.Model.Size == row.Model!.Size ? Superseded : Oversized, row.Index,
            new Subject(row.Row.Account, row.Row.Region, row.Row.ModelId),
            (plan, bound) => Moved(plan, best, options, bound),
            Evidence.Assumed,
            new(
                $"{row.Name} in {row.Where} answers with {Count.Nearest(row.OutputPerCall)} tokens a call; "
                    + $"{best.Name} would cost {Percent.Of(best.CostShare)} of the "
                    + $"{Money.Of(new Units.Usd(row.Row.Ratios.UsdPerMillionTokens ?? 0))} for a million tokens",
                EndOfLife(account, row.Model)
                    + (easy ? "Short answers are often classification or extraction, which smaller models do. " : "")
                    + "The same tokens on other models: "
                    + string.Join("; ", alternatives.Select(each => each.Words)) + ".",
                [
                    $"expected: {Percent.Of(options.RightSizeExpected)} of the calls move to {best.Name}; "
                        + "high: all of them; low: none",
                    best.OtherTokenizer
                        ? $"another tokenizer makes {options.TokenRatio.Low:0.0#} to {options.TokenRatio.High:0.0#} "
                            + "times the tokens of the same text"
                        : "the tokenizer is the same, so the token counts are taken as they are",
                    "prices say nothing of quality: try it on your own calls first",
                ],
                new Remedy(
                    $"Send the easy calls to {best.Name} and compare the answers on a sample before moving more.",
                    Snippets.For(row, "ModelRightSizing", "route", ("small", best.CallId))),
                VerifyCommand.Sum(row.Row, account.Window, "OutputTokenCount")));
    }

    /// <summary>When a model that is being retired can't be called any more, and what follows it.</summary>
    private static string EndOfLife(AccountEvidence account, CatalogueModel model)
    {
        if (model is not { Status: "legacy" or "end-of-life", EndOfLife: { } end })
        {
            return "";
        }

        var successor = model.Successor is { } id ? account.Book.Catalogue.Find(id)?.Name ?? id : null;
        return $"{model.Name} {(end <= account.Day ? "reached" : "reaches")} its end of life on {end:yyyy-MM-dd}, "
            + "in the last Regions" + (successor is null ? ". " : $"; its successor is {successor}. ");
    }

    private static Plan Moved(Plan plan, Alternative to, LeverOptions options, Bound bound)
    {
        var share = BoundShare.Of(bound, options.RightSizeExpected);
        var ratio = !to.OtherTokenizer ? 1
            : bound == Bound.High ? options.TokenRatio.Low
            : (options.TokenRatio.Low + options.TokenRatio.High) / 2;
        return plan with
        {
            Parts =
            [
                .. plan.Parts.Select(part => part.Times(1 - share)).Where(part => part.Prompt + part.Output > 0),
                .. plan.Parts.Select(part => to.Take(part.Times(share * ratio)))
                    .Where(part => part.Prompt + part.Output > 0),
            ],
        };
    }
}
