using System.Runtime.InteropServices;

namespace Assay.Ledgers.Replaying;

/// <summary>How often each number occurs, so that memory follows how many different ones there are.</summary>
internal sealed class NumberCounts
{
    private readonly Dictionary<long, long> counts = [];

    /// <summary>Numbers that were added.</summary>
    public long Count { get; private set; }

    /// <summary>The largest; 0 where there is none.</summary>
    public long Most { get; private set; }

    public void Add(long number) => Add(number, 1);

    public void Add(NumberCounts others)
    {
        foreach (var (number, times) in others.counts)
        {
            Add(number, times);
        }
    }

    /// <summary>Numbers that so many of a hundred do not exceed; 0 where there is none.</summary>
    /// <param name="hundredths">From few to many.</param>
    public long[] Quantiles(params ReadOnlySpan<int> hundredths)
    {
        var found = new long[hundredths.Length];
        var (sorted, below) = (counts.Keys.Order().ToList(), 0L);
        var at = 0;
        foreach (var number in sorted)
        {
            below += counts[number];
            while (at < found.Length && below >= Count - (Count * (100 - hundredths[at]) / 100))
            {
                found[at++] = number;
            }
        }

        return found;
    }

    private void Add(long number, long times)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(counts, number, out _) += times;
        Count += times;
        Most = Math.Max(Most, number);
    }
}
