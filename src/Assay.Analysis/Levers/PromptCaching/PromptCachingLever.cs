using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;
using Assay.Wording;

namespace Assay.Analysis.Levers.PromptCaching;

/// <summary>
/// Prompts that are sent again and paid in full, caches that are written and not read. Metrics do not show which
/// prefixes repeat: there, what caching would do is bounded by what it did on two public traces.
/// </summary>
public sealed class PromptCachingLever : ILever
{
    public const string Missing = "cache-missing";

    public const string UnderUsed = "cache-under-used";

    public const string WritesUnread = "cache-writes-unread";

    /// <summary>A date or an id in front of the prompt keeps what stands behind it from being read again.</summary>
    public const string PrefixChanges = "cache-prefix-changes";

    public string Id => "prompt-caching";

    public IReadOnlyList<LeverCheck> Checks { get; } =
    [
        LeverCheck.OfTokens(Missing, "Prompts that could be cached are paid in full"),
        LeverCheck.OfTokens(UnderUsed, "Less than half of what goes through the cache is read from it") with
        {
            Effort = Effort.Medium,
        },
        LeverCheck.OfTokens(WritesUnread, "Cache writes cost more than cache reads save"),
        LeverCheck.OfCalls(PrefixChanges, "A date or an id in front of prompts keeps them from being cached"),
    ];

    public IReadOnlyList<CallRemedy> OfCalls => CachingOfCalls.All;

    public IEnumerable<Proposal> Propose(AccountEvidence account)
    {
        foreach (var row in account.Judged.Where(row => row.Model is { GeneratesText: true, Caching: not null }))
        {
            if (account.Book.Find(row.Key!, account.Day)
                is not { Rates: { Input: not null, CacheRead: not null } } card)
            {
                continue;
            }

            if (CheckOf(account, row) is { } check && Helps(account, row, check))
            {
                yield return Of(account, row, check, card.Rates);
            }
        }
    }

    private static string? CheckOf(AccountEvidence account, RowEvidence row)
    {
        var (options, ratios) = (account.Options, row.Row.Ratios);
        if (row.Row.CacheWriteTokens is { Count: > 0 })
        {
            return row.Row.RealisedCacheSavingUsd?.Amount < 0 ? WritesUnread
                : ratios.CacheReuseShare?.Value < options.CachingReuse ? UnderUsed
                : null;
        }

        var unread = (ratios.CacheReadShare?.Value ?? 0) < options.CachingReadShare;
        var inputHeavy = ratios.OutputToInput < options.CachingOutputToInput;
        var longEnough = row.PromptPerCall >= (row.Model!.Caching!.MinTokens ?? 0);
        return unread && inputHeavy && longEnough ? Missing : null;
    }

    /// <summary>A proposal that is not expected to save anything is none.</summary>
    private static bool Helps(AccountEvidence account, RowEvidence row, string check) =>
        Edit(account, row, check)(row.Plan!, Bound.Expected).Cost(account.Book, account.Day)
            < row.Plan!.Cost(account.Book, account.Day);

    private Proposal Of(AccountEvidence account, RowEvidence row, string check, Rates rates)
    {
        var words = CachingWords.Of(account, row, check, rates);
        return new(
            Id, check, row.Index, new Subject(row.Row.Account, row.Row.Region, row.Row.ModelId),
            Edit(account, row, check), Evidence.Bounded, words);
    }

    private static Func<Plan, Bound, Plan> Edit(AccountEvidence account, RowEvidence row, string check)
    {
        var (low, high) = (account.Options.CachingLow, account.Options.CachingHigh);
        var midway = ((low.Read + high.Read) / 2, (low.Write + high.Write) / 2);
        var sparse = row.CallsPerActiveHour < account.Options.CachingCallsPerHour;
        return (plan, bound) => (check, bound) switch
        {
            (WritesUnread, Bound.Low or Bound.Expected) => plan.Each(part => part.Uncached()),
            (UnderUsed, Bound.Low) => plan,
            (Missing, Bound.Low) => sparse ? plan : Cached(account, plan, low, bound),
            (_, Bound.High) => Cached(account, plan, high, bound),
            (Missing, _) when sparse => Cached(account, plan, low, bound),
            _ => Cached(account, plan, midway, bound),
        };
    }

    private static Plan Cached(
        AccountEvidence account, Plan plan, (decimal Read, decimal Write) share, Bound bound) =>
        plan.Each(part => !CanCache(account, part) ? part
            : bound != Bound.High && WritesForLess(account, part) ? Shared(part, share.Read, 0)
            : Shared(part, share.Read, share.Write));

    private static Part Shared(Part part, decimal read, decimal write) => part.Uncached() with
    {
        Input = part.Prompt * (1 - read - write),
        CacheRead = part.Prompt * read,
        CacheWrite = part.Prompt * write,
    };

    /// <summary>
    /// A write is listed for less than input. Few sources say so, and a saving should rest on what is read: short of
    /// the high end such writes are reckoned as input.
    /// </summary>
    internal static bool WritesForLess(AccountEvidence account, Part part) =>
        account.Book.Find(part.Key, account.Day)?.Rates is { } rates
        && rates[TokenKind.CacheWriteUnknownTtl] is { } write && rates.Input is { } input && write.Rate < input.Rate;

    /// <summary>An earlier lever may have moved the part to a model that can't.</summary>
    private static bool CanCache(AccountEvidence account, Part part) =>
        account.Book.Catalogue.Find(part.Key.Model)?.Caching is not null
        && account.Book.Find(part.Key, account.Day)?.Rates is { CacheRead: not null } rates
        && rates[TokenKind.CacheWriteUnknownTtl] is not null;
}
