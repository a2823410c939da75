using Assay.Analysis.Replay;
using Assay.Ledgers;
using Assay.Models;
using Assay.Units;

namespace Assay.Analysis.Levers.Reserved;

/// <summary>
/// The cheapest reservation for the standard-tier tokens of a plan, whatever levers before it left of them. The shape
/// of the demand is that of the row's hours; its height is that of the plan.
/// </summary>
internal sealed record Reservation(ReservedPrice Price, Lane Prompt, Lane Output)
{
    public long InputTpm { get; } = Prompt.Best;

    public long OutputTpm { get; } = Output.Best;

    public Usd Monthly => new Usd(Prompt.Cost(InputTpm) + Output.Cost(OutputTpm)).Kept();

    /// <returns>Null where the plan has no such tokens, or they have no price.</returns>
    public static Reservation? Of(AccountEvidence account, RowEvidence row, Plan plan, ReservedPrice price)
    {
        var parts = plan.Parts.Where(part => part.Key == row.Key).ToList();
        var prompt = parts.Sum(part => part.Input + part.CacheWrite);
        var output = parts.Sum(part => part.Output);
        if (prompt == 0 || output == 0 || row.Model?.ReservedMinimum is not { } minimum
            || Worth(account, parts, part => Of(part, prompt: 1, output: 0)) is not { } promptUsd
            || Worth(account, parts, part => Of(part, prompt: 0, output: 1)) is not { } outputUsd)
        {
            return null;
        }

        var hours = account.Hours(row);
        return new(
            price,
            new(
                Scaled(account, hours, hour => hour.Prompt, prompt), promptUsd / prompt, price.Input.Usd,
                minimum.InputTpm),
            new(
                Scaled(account, hours, hour => hour.Output, output), outputUsd / output, price.Output.Usd,
                minimum.OutputTpm));
    }

    /// <summary>The plan with what fits served from the reservation.</summary>
    /// <param name="spill">Share of what fits that is paid by the token all the same.</param>
    public Plan Serve(RowEvidence row, Plan plan, decimal spill)
    {
        var (prompt, output) = (Prompt.Served(InputTpm) * (1 - spill), Output.Served(OutputTpm) * (1 - spill));
        return new(
            [
                .. plan.Parts.SelectMany(part => part.Key != row.Key ? [part] : (Part[])
                [
                    Of(part, 1 - prompt, 1 - output) with { CacheRead = part.CacheRead },
                    Of(part, prompt, output) with { Key = part.Key with { Tier = ServiceTier.Reserved } },
                ]),
            ],
            plan.Hourly + Monthly);
    }

    /// <summary>A share of what a reservation takes; what is read from cache is left out.</summary>
    private static Part Of(Part part, decimal prompt, decimal output) =>
        part.Times(prompt) with { CacheRead = 0, Output = part.Output * output };

    private static decimal? Worth(AccountEvidence account, List<Part> parts, Func<Part, Part> only) =>
        new Plan([.. parts.Select(only)], Usd.Zero).Cost(account.Book, account.Day)?.Amount;

    /// <summary>Every hour of the window, so that a month of it holds the plan's tokens.</summary>
    private static List<decimal> Scaled(
        AccountEvidence account, IReadOnlyList<HourTotal> hours, Func<HourTotal, long> of, decimal month)
    {
        var all = hours.Sum(of);
        var silent = Math.Max(0, (int)decimal.Ceiling(account.Window.Hours) - hours.Count);
        return
        [
            .. hours.Select(hour => all == 0 ? 0 : of(hour) * (month / account.PerMonth) / all).OrderDescending(),
            .. Enumerable.Repeat(0m, silent),
        ];
    }
}
