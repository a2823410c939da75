using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Wording;

namespace Assay.Analysis.Levers.OutputCap;

/// <summary>
/// Long answers. Cutting the tail and asking for less are two remedies with two kinds of evidence: percentiles bound
/// the first, the second rests on an assumption.
/// </summary>
public sealed class OutputCapLever : ILever
{
    public const string Tail = "output-tail";

    public const string Verbose = "output-verbose";

    /// <summary>Calls above the 99th percentile.</summary>
    private const decimal TailShare = 0.01m;

    public string Id => "output-cap";

    public IReadOnlyList<LeverCheck> Checks { get; } =
    [
        LeverCheck.OfTokens(Tail, "A few answers are much longer than all others", "cloudwatch-percentiles") with
        {
            Blind = row => LeverCheck.WithoutPrice(row)
                ?? (!row.IsReplayed && row.OutputPerCall > 0 && row.Output?.P99 is null
                    ? "its metric has no percentiles"
                    : null),
        },
        LeverCheck.OfTokens(Verbose, "Answers are long"),
    ];

    public IReadOnlyList<CallRemedy> OfCalls => OutputOfCalls.All;

    public IEnumerable<Proposal> Propose(AccountEvidence account)
    {
        foreach (var row in account.Judged.Where(row => row.Model!.GeneratesText && row.OutputPerCall > 0))
        {
            if (row.Output is { P99: { } p99, Max: { } max }
                && decimal.Ceiling(p99 * account.Options.CapMargin) is var cap
                && max > cap)
            {
                yield return TailOf(account, row, cap, max);
            }

            if (row.OutputPerCall > account.Options.ConciseTarget)
            {
                yield return VerboseOf(account, row);
            }
        }
    }

    private Proposal TailOf(AccountEvidence account, RowEvidence row, decimal cap, decimal max)
    {
        // At most one call in a hundred is above the 99th percentile, and none is above the longest.
        var most = Math.Min(1, TailShare * (max - cap) / row.OutputPerCall!.Value);
        return new(
            Id, Tail, row.Index, Subject(row),
            (plan, bound) => plan.Each(part => part with
            {
                Output = part.Output * (1 - most * BoundShare.Of(bound, 0.5m)),
            }),
            Evidence.Bounded,
            new(
                $"{row.Name} in {row.Where} answers with up to {Count.Of((long)max)} tokens; "
                    + $"99 of 100 answers need {Count.Of((long)row.Output!.P99!.Value)}",
                $"A cap at {Count.Of((long)cap)} cuts at most one call in a hundred and bounds what one call can cost.",
                [
                    $"at most 1% of calls lie between {Count.Of((long)cap)} and {Count.Of((long)max)} tokens: "
                        + "high takes all of that, expected half, low nothing",
                    "an answer that is cut may be asked for again: count stop reasons before and after",
                ],
                new Remedy(
                    $"Set maxTokens to {cap:0}.",
                    Snippets.For(row, "OutputCap", "max-tokens", Tokens(cap))),
                VerifyCommand.Sum(row.Row, account.Window, "OutputTokenCount")));
    }

    private Proposal VerboseOf(AccountEvidence account, RowEvidence row)
    {
        var (options, mean) = (account.Options, row.OutputPerCall!.Value);
        var most = 1 - (options.ConciseTarget / mean);
        return new(
            Id, Verbose, row.Index, Subject(row),
            (plan, bound) => plan.Each(part => part with
            {
                Output = part.Output * (1 - most * BoundShare.Of(bound, options.ConciseExpected)),
            }),
            Evidence.Assumed,
            new(
                $"{row.Name} in {row.Where} answers with {Count.Nearest(mean)} tokens a call, "
                    + $"{mean / options.ConciseTarget:0.0} times the target of {options.ConciseTarget:0}",
                "Output is the dearest token there is; an instruction to be brief, or a fixed schema, "
                    + "shortens answers without cutting them.",
                [
                    $"high: answers come down to {options.ConciseTarget:0} tokens; "
                        + $"expected: {Percent.Of(options.ConciseExpected)} of the way; low: nothing",
                    "whether shorter answers do is for the workload's owner to say",
                ],
                new Remedy(
                    "Ask for brief answers in the system prompt, or for a fixed schema.",
                    Snippets.For(row, "OutputCap", "concise", Tokens(options.ConciseTarget))),
                VerifyCommand.Sum(row.Row, account.Window, "OutputTokenCount")));
    }

    private static Subject Subject(RowEvidence row) => new(row.Row.Account, row.Row.Region, row.Row.ModelId);

    private static (string, string) Tokens(decimal count) => ("tokens", count.ToString("0"));
}
