using System.Globalization;
using Assay.Ledgers.Replaying;
using Assay.Models;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>
/// Settles a wish: times to live and points that were left open are tried, all in one pass, and each group of calls
/// gets the cheapest of them, which may be no cache at all.
/// </summary>
internal sealed class CachingChoice
{
    private readonly ReplayContext context;
    private readonly CachingWish wish;
    private readonly Func<IReadOnlyList<IReplayStep>> before;
    private readonly List<(CacheTtl Ttl, CachePoints Points)?> ofGroup;
    private readonly IReadOnlyList<CatalogueModel?> models;
    private readonly bool[] isListedForLess;
    private readonly int[]? same;
    private readonly ShapeTree tree;

    public CachingChoice(ReplayContext context, CachingWish wish, Func<IReadOnlyList<IReplayStep>> before)
    {
        (this.context, this.wish, this.before) = (context, wish, before);
        (same, tree) = wish.MovesWhatChanges
            ? SteadyPrefixes.Of(context.Calls.Tree, context.Calls.Blocks(), Roots(context))
            : (null, context.Calls.Tree);
        var meters = context.MetersAfter(before());
        models = [.. meters.Select(context.Board.ModelOf)];
        isListedForLess = [.. meters.Select(meter => context.Board.WritesForLess(meter, context.Day))];
        var candidates = Candidates().ToList();
        ofGroup = candidates is [var only] && wish.Ttl != CacheTtl.Best && (wish.IsIdeal || wish.Points is not null)
            ? [.. models.Select(_ => ((CacheTtl, CachePoints)?)only)]
            : Cheapest(candidates);
    }

    public IReadOnlyList<string> Assumptions => [.. Told()];

    /// <summary>What calls don't show of a cache that they did not have.</summary>
    public IReadOnlyList<Unsure> Unsure =>
    [
        .. context.Calls.Lanes.Count > 1
            ? [new Unsure(
                "regions", "local", "agnostic",
                $"low: each of {context.Calls.Lanes.Count} Regions that processed calls has a cache of its own; high: "
                    + "they share one")]
            : (Unsure[])[],
        .. DoubtsWrites(wish)
            ? [new Unsure(
                "writes", "input", "listed",
                "low: a write costs what input costs; high: as it is listed, which is less, by few sources")]
            : (Unsure[])[],
    ];

    public IReplayStep Make() => Made(ofGroup, wish);

    /// <summary>The same points and times to live, were what no call shows otherwise.</summary>
    public IReplayStep MakeAs(CachingWish other) => Made(ofGroup, other);

    /// <returns>Null where a group is better off without, and where the cache is ideal.</returns>
    public CacheAdvice? Of(int group)
    {
        if (wish.IsIdeal || ofGroup[group] is not { } chosen
            || Placed(group, chosen)
                is not { Ttl: { } ttl, Points: not CachePoints.None } placed)
        {
            return null;
        }

        return new CacheAdvice(placed.Points, ttl.Word, placed.Long?.Word ?? ttl.Word);
    }

    private bool DoubtsWrites(CachingWish of) => !of.TrustsListedWrites && isListedForLess.Contains(true);

    private IReplayStep Made(List<(CacheTtl Ttl, CachePoints Points)?> choices, CachingWish of)
    {
        var lanes = new CacheLanes(of.Lanes, context.Meters.Count, choices.Count);
        IReplayStep cache = wish.IsIdeal
            ? new IdealCache(tree, [.. choices.Select(each => each?.Ttl)], lanes, wish.Rates)
            : new PlacedCache(
                tree,
                [.. choices.Select((each, i) => each is { } some ? Placed(i, some) : PlacedChoice.Off)],
                lanes,
                wish.Rates);
        cache = DoubtsWrites(of) ? new WritesAsInput(cache, isListedForLess) : cache;
        return same is null ? cache : new SteadyPrefixes(same, cache);
    }

    private PlacedChoice Placed(int group, (CacheTtl Ttl, CachePoints Points) chosen) =>
        PlacedChoice.For(
            models[group], chosen.Ttl, chosen.Points,
            chosen.Points.HasFlag(CachePoints.Stable) ? context.Prefixes.StableBlocks(context.MadeIn(group)) : null);

    /// <summary>Prompts of an account to a model, whichever profile is called: the roots of the tree.</summary>
    private static Func<int, int> Roots(ReplayContext context)
    {
        var numbers = new Dictionary<(string, string), int>();
        return first =>
        {
            // A prompt that no call of the window begins with is like no other's.
            var root = context.Prefixes.GroupOf(first) is { } group
                ? (context.Meters[group].Account, ModelIdParts.BaseOf(context.Meters[group].ModelId))
                : ("", first.ToString(CultureInfo.InvariantCulture));
            numbers.TryAdd(root, numbers.Count);
            return numbers[root];
        };
    }

    private IEnumerable<(CacheTtl, CachePoints)> Candidates() =>
        from ttl in CacheTtl.Named(wish.Ttl) is { } one ? [one] : Lives()
        from points in wish.IsIdeal || wish.Points is not null ? [wish.Points ?? CachePoints.All] : Auto()
        select (ttl, points);

    /// <summary>Where prompts begin alike and then differ, also the place up to which they are alike.</summary>
    private CachePoints[] Auto()
    {
        if (!context.Calls.Tree.HasSections)
        {
            return [CachePoints.Last];
        }

        CachePoints[] always = [CachePoints.All, CachePoints.Tools | CachePoints.System, CachePoints.Last];
        var forks = Enumerable.Range(0, context.Calls.Groups.Count)
            .Any(group => context.Prefixes.StableBlocks(group) > 0);
        return forks ? [.. always, CachePoints.All | CachePoints.Stable, CachePoints.Stable] : always;
    }

    private List<CacheTtl> Lives()
    {
        var sold = CacheTtl.All.Where(IsSold).ToList();
        var mixes = !wish.IsIdeal && context.Calls.Tree.HasSections;
        return mixes && sold.Contains(CacheTtl.FiveMinutes) && sold.Contains(CacheTtl.Hour)
            ? [.. sold, CacheTtl.Mixed]
            : sold;
    }

    /// <summary>An ideal cache takes any time to live; else one that no model sells is not worth trying.</summary>
    private bool IsSold(CacheTtl ttl) =>
        wish.IsIdeal || models.Any(model => model?.Caching?.Ttls.Contains(ttl.Word) == true);

    private List<(CacheTtl, CachePoints)?> Cheapest(List<(CacheTtl Ttl, CachePoints Points)> candidates)
    {
        List<(CacheTtl, CachePoints)?> tried = [.. candidates.Select(each => ((CacheTtl, CachePoints)?)each), null];
        var chains = tried.Select(each => context.ChainOf(
            [.. before(), Made([.. Enumerable.Repeat(each, models.Count)], wish)])).ToList();
        Simulator.Run(context.Calls, context.NewTally(), chains);
        var bills = chains.Select(chain =>
            context.Board.Price(chain.Tallies[^1].Rows(), chain.Meters[^1], wish.Rates)).ToList();
        return
        [
            .. Enumerable.Range(0, models.Count).Select(group =>
                tried[Enumerable.Range(0, tried.Count).MinBy(i => bills[i].Of(group).Amount)]),
        ];
    }

    private IEnumerable<string> Told()
    {
        if (wish.IsIdeal)
        {
            yield return "every block boundary is a checkpoint, whatever the model: an upper bound";
        }

        if (wish.Rates is { } rates)
        {
            yield return "cache prices are multiples of the input price: "
                + $"{rates.Write5m} to write for 5m or 30m, {rates.Write1h} for 1h, {rates.Read} to read";
        }

        if (context.Calls.Tree.HasRuns && !wish.IsIdeal)
        {
            yield return "traces tell neither tools nor system, nor content blocks: there only the prompt's last whole "
                + "block is a checkpoint, and the look back has no end";
        }

        if (!wish.IsIdeal && context.Calls.Tree.Count > 0)
        {
            yield return "tokens up to a block are exact where a call ends, by bytes between";
        }

        foreach (var words in ToldOfOptions())
        {
            yield return words;
        }
    }

    private IEnumerable<string> ToldOfOptions()
    {
        if (same is not null)
        {
            yield return "dates, numbers and ids in tools and system prompt are sent behind everything else and the "
                + "same tools in one order, so that blocks that differ in nothing else are one";
        }

        if (DoubtsWrites(wish))
        {
            yield return "writes of some models are listed for less than input, by few sources: they are reckoned as "
                + "input, so that only reads save; writes=listed shows the other end";
        }

        if (context.Calls.Lanes.Count > 1)
        {
            yield return wish.Lanes > 1
                ? "a cache is local to the Region that processed the call"
                : "one cache serves all Regions that processed calls; regions=local shows the other end";
        }
    }
}
