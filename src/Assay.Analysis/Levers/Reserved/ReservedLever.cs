using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;
using Assay.Wording;

namespace Assay.Analysis.Levers.Reserved;

/// <summary>
/// Demand so steady that tokens a minute, reserved for months and paid whether used or not, cost less than the same
/// tokens by the token. Hours bound it: minutes of an hour can only be less even than the hour.
/// </summary>
public sealed class ReservedLever : ILever
{
    public const string Fit = "reserved-fit";

    public string Id => "reserved";

    public IReadOnlyList<LeverCheck> Checks { get; } =
    [
        LeverCheck.OfArrivals(Fit, "Steady calls are paid by the token where reserved capacity costs less"),
    ];

    public IEnumerable<Proposal> Propose(AccountEvidence account) =>
        account.Judged.Where(row => IsCandidate(account, row))
            .Select(row => Best(account, row, row.Plan!) is { } best ? Of(account, row, best) : null)
            .OfType<Proposal>();

    /// <summary>The tier is sold for the runtime; calls whose hours are not known can't be judged.</summary>
    private static bool IsCandidate(AccountEvidence account, RowEvidence row) =>
        row is { Model.ReservedMinimum: not null, Key.Tier: ServiceTier.Standard, Arrivals: { } arrivals }
        && row.Key.Scope != RoutingScope.Provisioned && row.Row.Endpoint == Endpoint.Runtime
        && arrivals.Days >= account.Options.ArrivalDays;

    /// <summary>The term and sizes that are expected to save most of a plan; null where none saves.</summary>
    private static Reservation? Best(AccountEvidence account, RowEvidence row, Plan plan) =>
        ReservedPrice.Of(account.Book, row.Key!, account.Day)
            .Select(price => Reservation.Of(account, row, plan, price)).OfType<Reservation>()
            .Select(each => (Reservation: each, Saved: Saved(account, row, plan, each)))
            .Where(each => each.Saved > Usd.Zero)
            .Select(each => (each.Reservation, each.Saved.Amount))
            .DefaultIfEmpty()
            .MaxBy(each => each.Amount).Reservation;

    private static Usd Saved(AccountEvidence account, RowEvidence row, Plan plan, Reservation reservation) =>
        plan.Cost(account.Book, account.Day)
            - reservation.Serve(row, plan, account.Options.ReservedSpill).Cost(account.Book, account.Day) ?? Usd.Zero;

    private static Plan Reserve(AccountEvidence account, RowEvidence row, Plan plan, Bound bound) =>
        bound == Bound.Low || Best(account, row, plan) is not { } best
            ? plan
            : best.Serve(row, plan, bound == Bound.High ? 0 : account.Options.ReservedSpill);

    private Proposal Of(AccountEvidence account, RowEvidence row, Reservation best) => new(
        Id, Fit, row.Index, new Subject(row.Row.Account, row.Row.Region, row.Row.ModelId),
        (plan, bound) => Reserve(account, row, plan, bound),
        Evidence.Bounded,
        Words(account, row, best));

    private static ProposalWords Words(AccountEvidence account, RowEvidence row, Reservation best)
    {
        var (input, output) = (Count.Of(best.InputTpm), Count.Of(best.OutputTpm));
        return new(
            $"{row.Name} in {row.Where} takes {input} input tokens a minute or more in "
                + $"{Percent.Of(best.Prompt.Full(best.InputTpm))} of all hours; {input} input and {output} output "
                + $"tokens a minute reserved for {best.Price.Words} cost {Money.Of(best.Monthly)} a month",
            $"They would serve {Percent.Of(best.Prompt.Served(best.InputTpm))} of the input and "
                + $"{Percent.Of(best.Output.Served(best.OutputTpm))} of the output, if the minutes of an hour are "
                + "alike; what is above is served at the standard tier. A reservation is paid whether used or "
                + "not and goes on until the account team ends it.",
            [.. Assumptions(account, row)],
            new Remedy(
                "Look at the minutes of a busy and a quiet day first; if they are as even as the hours, ask "
                    + $"AWS's account team for {input} input and {output} output tokens a minute, and call at the "
                    + "reserved tier.",
                Snippets.For(row, "Reserved", "tier")),
            VerifyCommand.Sum(row.Row, account.Window, "InputTokenCount"));
    }

    private static IEnumerable<string> Assumptions(AccountEvidence account, RowEvidence row)
    {
        yield return "high: the tokens of an hour come evenly over its minutes, which is the most that hours allow; "
            + $"expected: {Percent.Of(account.Options.ReservedSpill)} of what fits spills over; "
            + "low: the minutes are too uneven, so none is reserved";
        yield return $"the months to come are like these {account.Window.Days:0.#} days";
        yield return "AWS's page names no Region for the prices of the Reserved tier";
        if (row.Row.CacheReadTokens is { Count: > 0 })
        {
            yield return "cache reads are paid as now; cache writes take of the reserved input";
        }

        if (row.Row.CostBasis.Contains(Pricer.TierAssumed))
        {
            yield return "the tier of these calls is not told: they are taken for standard";
        }
    }
}
