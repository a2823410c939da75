using Assay.Usage;

namespace Assay.Analysis.Simulation;

/// <summary>
/// Whole tokens by group, day, context band and kind: the hot loop adds integers, and prices meet sums. What of a day
/// is done is one row a group.
/// </summary>
internal sealed class Tally
{
    private const long MicrosOfDay = 86_400_000_000;

    internal const int Kinds = (int)TokenKind.CacheWriteUnknownTtl + 1;

    private readonly long[] now;
    private readonly bool[] isUsed;
    private readonly List<int> used = [];
    private readonly List<TallyRow> rows = [];
    private readonly long[] longFrom;
    private long dayEnds = long.MinValue;
    private DateOnly day;

    /// <param name="longFrom">Of each group: prompts above so many tokens are of the long-context band.</param>
    public Tally(long[] longFrom)
    {
        this.longFrom = longFrom;
        now = new long[longFrom.Length * 2 * Kinds];
        isUsed = new bool[longFrom.Length * 2];
    }

    public void Add(in ReplayedCall call)
    {
        if (call.Time >= dayEnds)
        {
            Flush();
            var number = Math.DivRem(call.Time, MicrosOfDay).Quotient;
            day = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)number);
            dayEnds = (number + 1) * MicrosOfDay;
        }

        if (call.IsGone)
        {
            return;
        }

        var slot = (call.Group * 2) + (call.Prompt > longFrom[call.Group] ? 1 : 0);
        if (!isUsed[slot])
        {
            isUsed[slot] = true;
            used.Add(slot);
        }

        var sums = now.AsSpan(slot * Kinds, Kinds);
        sums[(int)TokenKind.Input] += Math.Max(call.Input, 0);
        sums[(int)TokenKind.Output] += Math.Max(call.Output, 0);
        sums[(int)TokenKind.CacheRead] += call.CacheRead;
        sums[(int)TokenKind.CacheWrite5m] += call.CacheWrite5m;
        sums[(int)TokenKind.CacheWrite1h] += call.CacheWrite1h;
        sums[(int)TokenKind.CacheWrite30m] += call.CacheWrite30m;
        sums[(int)TokenKind.CacheWriteUnknownTtl] += call.CacheWriteUnknownTtl;
    }

    /// <summary>Every row; nothing is added after.</summary>
    public IReadOnlyList<TallyRow> Rows()
    {
        Flush();
        return rows;
    }

    private void Flush()
    {
        foreach (var slot in used)
        {
            var sums = now.AsSpan(slot * Kinds, Kinds);
            rows.Add(new TallyRow(slot / 2, day, slot % 2 == 1, Counts(sums)));
            sums.Clear();
            isUsed[slot] = false;
        }

        used.Clear();
    }

    private static TokenCounts Counts(ReadOnlySpan<long> sums) => new()
    {
        Input = new(sums[(int)TokenKind.Input]),
        Output = new(sums[(int)TokenKind.Output]),
        CacheRead = new(sums[(int)TokenKind.CacheRead]),
        CacheWrite5m = new(sums[(int)TokenKind.CacheWrite5m]),
        CacheWrite1h = new(sums[(int)TokenKind.CacheWrite1h]),
        CacheWrite30m = new(sums[(int)TokenKind.CacheWrite30m]),
        CacheWriteUnknownTtl = new(sums[(int)TokenKind.CacheWriteUnknownTtl]),
    };
}
