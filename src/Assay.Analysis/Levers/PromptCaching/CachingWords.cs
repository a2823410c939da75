using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;
using Assay.Wording;

namespace Assay.Analysis.Levers.PromptCaching;

/// <summary>What the caching findings say.</summary>
internal static class CachingWords
{
    public static ProposalWords Of(AccountEvidence account, RowEvidence row, string check, Rates rates)
    {
        var ttl = Ttl(account, row);
        var snippets = Snippets.For(row, "PromptCaching", "cache-point", ("ttl", ttl));
        return new(
            Title(account, row, check),
            $"{Why(row, check)} {BreakEven(rates)}",
            Assumptions(account, row, check, ttl),
            new Remedy(Text(account, row, check, ttl), snippets),
            check == PromptCachingLever.Missing
                ? VerifyCommand.Sum(row.Row, account.Window, "InputTokenCount")
                : VerifyCommand.SumOfEither(
                    row.Row, account.Window, "CacheReadInputTokenCount", "CacheReadInputTokens"));
    }

    private static string Title(AccountEvidence account, RowEvidence row, string check)
    {
        var (read, write) = (Count.Of(row.Row.CacheReadTokens), Count.Of(row.Row.CacheWriteTokens));
        return check switch
        {
            PromptCachingLever.WritesUnread =>
                $"{row.Name} in {row.Where}"
                    + (Regions(account, row) is > 1 and var count ? $" (1 of {count} Regions)" : "")
                    + $" loses money by caching: {write} tokens written, {read} read",
            PromptCachingLever.UnderUsed =>
                $"{row.Name} in {row.Where} reads only {Percent.Of(row.Row.Ratios.CacheReuseShare)} "
                    + "of what goes through its cache",
            _ => $"{row.Name} in {row.Where} sends {Count.Nearest(row.PromptPerCall)} prompt tokens a call "
                + $"and reads {Percent.Of(row.Row.Ratios.CacheReadShare ?? new Share(0))} from cache",
        };
    }

    private static string Why(RowEvidence row, string check) => check switch
    {
        PromptCachingLever.WritesUnread =>
            "Reads saved less than the writes' premium: "
                + $"net {Money.Of(row.Row.RealisedCacheSavingUsd!.Value)} in the window.",
        PromptCachingLever.UnderUsed =>
            "Prefixes change before they are read again, or the time to live is shorter than the gap between calls.",
        _ => $"Output is {Percent.Of(row.Row.Ratios.OutputToInput ?? 0)} of the prompt, and "
            + $"{Count.Nearest(row.CallsPerActiveHour)} calls in an active hour "
            + "are close enough to find a prefix again.",
    };

    /// <summary>
    /// Share of cached tokens that must be reads: (w − p) / ((w − p) + (p − r)) with this model's own rates.
    /// </summary>
    private static string BreakEven(Rates rates)
    {
        if (rates is not { Input.Rate: var p, CacheRead.Rate: var r }
            || rates[TokenKind.CacheWriteUnknownTtl] is not { Rate: var w })
        {
            return "";
        }

        return w <= p
            ? "Writing costs no more than input, so every read saves."
            : $"Break-even: {Percent.Of((w - p) / (w - p + (p - r)))} of the tokens through the cache must be reads.";
    }

    private static List<string> Assumptions(AccountEvidence account, RowEvidence row, string check, string ttl)
    {
        var (low, high) = (account.Options.CachingLow, account.Options.CachingHigh);
        List<string> said =
        [
            $"high: {high.Read:0.#%} of the prompt read and {high.Write:0.#%} written, "
                + "as ideal caching did on a public agent trace",
            check switch
            {
                PromptCachingLever.WritesUnread => "low and expected: caching is switched off here",
                PromptCachingLever.UnderUsed =>
                    "low: nothing changes; expected: midway between a public chat trace and the agent trace",
                _ => $"low: {low.Read:0.#%} read and {low.Write:0.#%} written, "
                    + "as on a public chat trace; expected: midway",
            },
            "metrics do not show which prefixes repeat: invocation logs would measure it",
        ];
        if (check == PromptCachingLever.Missing && row.CallsPerActiveHour < account.Options.CachingCallsPerHour)
        {
            said.Add(
                $"fewer than {account.Options.CachingCallsPerHour:0} calls an hour: "
                    + "low is no saving, expected is the chat trace");
        }

        if (row.Plan!.Parts.Any(part => PromptCachingLever.WritesForLess(account, part)))
        {
            said.Add(
                "short of the high end a write costs what input costs: that it is listed for less, few sources say");
        }

        if (ttl == "1h")
        {
            said.Add("writes are reckoned at the five-minute price; one-hour writes cost more");
        }

        return said;
    }

    private static string Text(AccountEvidence account, RowEvidence row, string check, string ttl) => check switch
    {
        PromptCachingLever.WritesUnread when Regions(account, row) is > 1 and var count =>
            $"No Region reads the cache of another, and {count} Regions write this model's: send its calls to one of "
                + "them, or take the cache point out.",
        PromptCachingLever.WritesUnread =>
            "Put the cache point after the last block that never changes (tools, then system), or take it out.",
        PromptCachingLever.UnderUsed =>
            "Move what changes (dates, ids, retrieved text) behind the cache point, and keep tools in one order.",
        _ => $"Put what never changes first and a cache point ({ttl}) after it; "
            + $"{row.Model!.Name} caches from {Count.Of(row.Model.Caching!.MinTokens)} tokens on.",
    };

    /// <summary>In how many Regions this account writes prompts of the row's model to a cache.</summary>
    private static int Regions(AccountEvidence account, RowEvidence row) =>
        account.Rows
            .Where(each => each.Model == row.Model && each.Row.Account == row.Row.Account
                && each.Row.CacheWriteTokens is { Count: > 0 })
            .Select(each => each.Row.Region)
            .Distinct(StringComparer.Ordinal)
            .Count();

    /// <summary>One hour where calls are rarer than five minutes apart and the model has it.</summary>
    private static string Ttl(AccountEvidence account, RowEvidence row) =>
        row.CallsPerActiveHour < account.Options.CachingCallsPerHour && row.Model!.Caching!.Ttls.Contains("1h")
            ? "1h"
            : "5m";
}
