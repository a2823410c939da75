using Assay.Units;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>What a cache of the simulation counts beside tokens, and the contract's measures of it.</summary>
internal sealed class CacheCounts(CacheRates? rates)
{
    public long BelowMinimum { get; set; }

    /// <summary>Calls whose prompt or its shape is unknown stay as they were.</summary>
    public long NotJudged { get; set; }

    /// <summary>Calls of models that offer no cache that can be asked for.</summary>
    public long NotOffered { get; set; }

    public IEnumerable<(string Name, decimal? Value)> Measures(Bill bill)
    {
        var tokens = bill.Tokens;
        yield return ("cacheHitShare", Ratio.Of(tokens.CacheRead.Count, tokens.Prompt.Count));
        yield return ("inputCostRatio", InputCostRatio(bill));
        yield return ("cacheReadTokens", tokens.CacheRead.Count);
        yield return ("cacheWriteTokens", tokens.CacheWrite.Count);
        yield return ("uncachedTokens", tokens.Input.Count);
        yield return ("callsBelowMinimum", BelowMinimum);
        yield return ("callsNotJudged", NotJudged);
        yield return ("callsNotOffered", NotOffered);
    }

    private decimal? InputCostRatio(Bill bill)
    {
        if (rates is null)
        {
            return Ratio.Of(bill.Prompts.Amount, bill.Uncached.Amount);
        }

        var tokens = bill.Tokens;
        var short_ = tokens.CacheWrite.Count - tokens.CacheWrite1h.Count;
        return Ratio.Of(
            tokens.Input.Count + (tokens.CacheRead.Count * rates.Read) + (short_ * rates.Write5m)
                + (tokens.CacheWrite1h.Count * rates.Write1h),
            tokens.Prompt.Count);
    }
}
