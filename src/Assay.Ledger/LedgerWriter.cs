using DuckDB.NET.Data;
using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>
/// Takes facts one at a time and holds them back until <see cref="Commit"/>: then, in one transaction, they replace
/// what an earlier reading said of the same account, Region and hours. A second reading of the same thing changes
/// nothing.
/// </summary>
public sealed class LedgerWriter
{
    private readonly Database database;
    private readonly Meters meters;
    private readonly List<(int Meter, Fact.Series Series)> series = [];
    private readonly List<(int Meter, Fact.Demand Demand)> demand = [];
    private readonly List<(int Meter, Fact.Distribution Distribution)> distributions = [];
    private readonly List<Fact> inventory = [];

    internal LedgerWriter(Database database, Meters meters)
    {
        this.database = database;
        this.meters = meters;
    }

    public void Append(Fact fact)
    {
        switch (fact)
        {
            case Fact.Series s:
                series.Add((meters.IdOf(s.Meter), s));
                break;
            case Fact.Demand d:
                demand.Add((meters.IdOf(d.Meter), d));
                break;
            case Fact.Distribution d:
                distributions.Add((meters.IdOf(d.Meter), d));
                break;
            default:
                inventory.Add(fact);
                break;
        }
    }

    /// <param name="accounts">Names of the accounts that were read; null where there is no name.</param>
    public void Commit(Reading reading, IReadOnlyDictionary<string, string?> accounts) => database.Transaction(() =>
    {
        Replaced.Delete(database, reading, series.Select(each => each.Series.Meter), inventory);
        WriteCounts(reading.Window);
        InventoryRows.Append(database, inventory, accounts);
        using var appender = database.Appender("reading");
        appender.CreateRow()
            .AppendValue(reading.Window.From.UtcDateTime).AppendValue(reading.Window.To.UtcDateTime)
            .AppendValue(reading.ReadAt.UtcDateTime).AppendValue(reading.CreatedBy)
            .AppendValue(reading.ApiCalls).AppendValue(reading.ApiCostUsd).EndRow();
    });

    private void WriteCounts(Window window)
    {
        var known = KnownHours(window);
        using (var appender = database.Appender("usage"))
        {
            foreach (var (meter, each) in series)
            {
                foreach (var (start, counts) in each.Points)
                {
                    // Hours before the window are read with fewer metrics: they never replace a fuller reading.
                    if (start >= window.From || !known.Contains((meter, start)))
                    {
                        UsageRows.Append(appender, meter, each.Seconds, start, counts);
                    }
                }
            }
        }

        WriteDemand();
        WriteDistributions();
    }

    private HashSet<(int Meter, DateTimeOffset Ts)> KnownHours(Window window) => [.. database.Query(
        $"select meter_id, ts from usage where ts < timestamp '{window.From.UtcDateTime:yyyy-MM-dd HH:mm:ss}'",
        row => (row.GetInt32(0), row.Time(1)))];

    private void WriteDemand()
    {
        using var appender = database.Appender("demand");
        foreach (var (meter, each) in demand)
        {
            foreach (var (minute, counts) in each.Points)
            {
                appender.CreateRow()
                    .AppendValue(meter).AppendValue(minute.UtcDateTime).AppendValue(counts.Input)
                    .AppendValue(counts.Output).AppendValue(counts.CacheRead)
                    .AppendValue(counts.CacheWriteUnknownTtl).EndRow();
            }
        }
    }

    private void WriteDistributions()
    {
        using var appender = database.Appender("distribution");
        foreach (var (meter, each) in distributions)
        {
            appender.CreateRow()
                .AppendValue(meter).AppendValue(each.Metric)
                .AppendValue(each.Window.From.UtcDateTime).AppendValue(each.Window.To.UtcDateTime)
                .AppendValue(each.P50).AppendValue(each.P90).AppendValue(each.P99).AppendValue(each.Max).EndRow();
        }
    }
}
