using System.Globalization;
using Assay.Usage;

namespace Assay.Ledgers.Replaying;

/// <summary>
/// The ledger's time in slices that hold few calls each. A query that sorts calls, or joins them with what is known of
/// each call, is asked slice by slice: DuckDB then holds a slice, whatever the ledger holds.
/// </summary>
internal sealed class CallSlices
{
    /// <summary>Calls that a slice holds, unless more came in its only minute.</summary>
    public const int MostCalls = 1 << 16;

    private const long Minute = 60_000_000;
    private const long Hour = 60 * Minute;

    private const string OnlyCounted = """
        and not exists (
                from superseded as o where o.meter_id = c.meter_id and o.ts = date_trunc('hour', c.ts))
        """;

    private readonly Database database;
    private readonly string only;
    private readonly List<(long From, long To)> slices = [];

    /// <param name="isCounted">Leaves out calls of hours for which metrics count.</param>
    /// <param name="mostCalls">A test takes fewer.</param>
    public CallSlices(Database database, bool isCounted, int mostCalls = MostCalls)
    {
        this.database = database;
        only = isCounted && database.Query(
            "select exists (select 1 from superseded)", row => row.GetBoolean(0))[0] ? OnlyCounted : "";
        var (calls, last) = (0L, 0L);
        foreach (var (from, count) in Counted(mostCalls))
        {
            if (slices.Count == 0 || calls + count > mostCalls)
            {
                slices.Add((from, 0));
                calls = 0;
            }

            (calls, last) = (calls + count, from);
        }

        for (var i = 0; i < slices.Count; i++)
        {
            slices[i] = (slices[i].From, i + 1 < slices.Count ? slices[i + 1].From : last + Hour);
        }
    }

    /// <summary>All of the ledger's calls, in the order of time.</summary>
    /// <returns>Microseconds since 1970: the first, and the one after the last.</returns>
    public IEnumerable<(long From, long To)> All => slices;

    /// <summary>What of them lies in a window.</summary>
    public IEnumerable<(long From, long To)> Within(Window window) => slices
        .Select(each => (From: Math.Max(each.From, Micros(window.From)), To: Math.Min(each.To, Micros(window.To))))
        .Where(each => each.From < each.To);

    /// <summary>A query file, asked of a slice.</summary>
    public string Sql(string name, (long From, long To) slice) => Resource.Text(name)
        .Replace("$only_counted", only, StringComparison.Ordinal)
        .Replace("$from", slice.From.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("$to", slice.To.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static long Micros(DateTimeOffset time) =>
        (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>Calls by the hour, and by the minute in hours that hold too many.</summary>
    private IEnumerable<(long From, long Calls)> Counted(int mostCalls) =>
        Counted(Hour, long.MinValue, long.MaxValue).SelectMany(hour => hour.Calls <= mostCalls
            ? [hour]
            : Counted(Minute, hour.From, hour.From + Hour));

    private List<(long From, long Calls)> Counted(long unit, long from, long to) => database.Query(
        string.Create(CultureInfo.InvariantCulture, $"""
            select epoch_us(ts) // {unit} * {unit} as began, count(*)
            from call
            {(from == long.MinValue ? "" : $"where ts >= make_timestamp({from}) and ts < make_timestamp({to})")}
            group by began
            order by began
            """),
        row => (row.GetInt64(0), row.GetInt64(1)));
}
