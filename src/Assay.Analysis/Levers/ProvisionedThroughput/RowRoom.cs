using Assay.Analysis.Replay;
using Assay.Analysis.Simulation.Capacity;

namespace Assay.Analysis.Levers.ProvisionedThroughput;

/// <summary>Of a row that is paid by the token, the calls that had room elsewhere.</summary>
internal sealed class RowRoom(RowEvidence row)
{
    private WindowTokens all;

    public RowEvidence Row { get; } = row;

    public WindowTokens Moved { get; private set; }

    public long Calls { get; private set; }

    public long MovedCalls { get; private set; }

    public void Add(WindowTokens tokens, bool fits)
    {
        all += tokens;
        Calls++;
        if (fits)
        {
            Moved += tokens;
            MovedCalls++;
        }
    }

    /// <summary>What stays of a part, kind by kind: calls that fit are not like the others.</summary>
    public Part Left(Part part)
    {
        var writes = Stays(all.CacheWrite, Moved.CacheWrite);
        return part with
        {
            Input = part.Input * Stays(all.Input, Moved.Input),
            Output = part.Output * Stays(all.Output, Moved.Output),
            CacheRead = part.CacheRead * Stays(all.CacheRead, Moved.CacheRead),
            CacheWrite = part.CacheWrite * writes,
            CacheWrite1h = part.CacheWrite1h * writes,
            CacheWrite30m = part.CacheWrite30m * writes,
        };
    }

    private static decimal Stays(decimal all, decimal moved) => all == 0 ? 1 : 1 - (moved / all);
}
