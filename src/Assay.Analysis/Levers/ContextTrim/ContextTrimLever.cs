using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Wording;

namespace Assay.Analysis.Levers.ContextTrim;

/// <summary>
/// Prompts that are long for this account. Metrics show their size only, so the account's own distribution is the
/// measure, and how much of the excess can go is an assumption.
/// </summary>
public sealed class ContextTrimLever : ILever
{
    public const string LongPrompts = "long-prompts";

    public const string UnusedTools = "tools-unused";

    public const string History = "history-resent";

    public const string Repeated = "blocks-repeated";

    public string Id => "context-trim";

    public IReadOnlyList<LeverCheck> Checks { get; } =
    [
        LeverCheck.OfTokens(LongPrompts, "Prompts are much longer than elsewhere in the account") with
        {
            Effort = Effort.Medium,
        },
        LeverCheck.OfCalls(UnusedTools, "Tools are sent that no answer uses"),
        LeverCheck.OfCalls(Repeated, "Prompts hold the same block twice") with { Effort = Effort.Medium },
        LeverCheck.OfCalls(History, "Conversations are sent again from their beginning") with { Effort = Effort.High },
    ];

    public IReadOnlyList<CallRemedy> OfCalls => ContextOfCalls.All;

    public IEnumerable<Proposal> Propose(AccountEvidence account) =>
        account.Judged.Where(row => row.Model!.GeneratesText && row.PromptPerCall > 0 && !row.IsReplayed)
            .GroupBy(row => row.Row.Account, StringComparer.Ordinal)
            .SelectMany(rows => Propose(account, [.. rows]));

    /// <param name="judged">Those of one account: what is long elsewhere says nothing of it.</param>
    private IEnumerable<Proposal> Propose(AccountEvidence account, List<RowEvidence> judged)
    {
        if (judged.Count < 3)
        {
            // Fewer rows have no distribution to be long in.
            yield break;
        }

        var median = Median(judged);
        var from = Math.Max(account.Options.TrimFrom, median * account.Options.TrimOverMedian);
        foreach (var row in judged.Where(row => row.PromptPerCall > from))
        {
            yield return Of(account, row, median, from);
        }
    }

    /// <summary>
    /// The mean prompt of the median row: each place that calls has one vote, however often it calls.
    /// </summary>
    private static decimal Median(List<RowEvidence> rows)
    {
        var sizes = rows.Select(row => row.PromptPerCall!.Value).Order().ToList();
        return (sizes[(sizes.Count - 1) / 2] + sizes[sizes.Count / 2]) / 2;
    }

    /// <param name="from">Prompts are long from here on; what is above it is the excess.</param>
    private Proposal Of(AccountEvidence account, RowEvidence row, decimal median, decimal from)
    {
        var (mean, options) = (row.PromptPerCall!.Value, account.Options);
        var excess = 1 - (from / mean);
        return new(
            Id, LongPrompts, row.Index, new Subject(row.Row.Account, row.Row.Region, row.Row.ModelId),
            (plan, bound) => plan.Each(part => Trimmed(
                part, excess * BoundShare.Of(bound, options.TrimShare.Expected, options.TrimShare.High))),
            Evidence.Assumed,
            new(
                $"{row.Name} in {row.Where} sends {Count.Nearest(mean)} prompt tokens a call, "
                    + $"{mean / Math.Max(1, median):0.0} times the account's median row",
                "History that is sent again, retrieved text and tools that are never used are the usual causes; "
                    + "each is paid on every call.",
                [
                    $"what is above {Count.Of((long)from)} tokens could go "
                        + $"({options.TrimOverMedian:0.#} times the median row's prompt): "
                        + $"expected {Percent.Of(options.TrimShare.Expected)} of it, "
                        + $"high {Percent.Of(options.TrimShare.High)}, low nothing",
                    "metrics do not show what the prompts hold: "
                        + "invocation logs would tell history, tools and retrieved text apart",
                ],
                new Remedy(
                    "Send the last turns and a summary, fewer retrieved passages, and only the tools a step can use.",
                    Snippets.For(row, "ContextTrim", "window")),
                VerifyCommand.Sum(row.Row, account.Window, "InputTokenCount")));
    }

    private static Part Trimmed(Part part, decimal share) => part.Times(1 - share) with { Output = part.Output };
}
