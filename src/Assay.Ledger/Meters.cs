using Assay.Models;
using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>The meters of a ledger and their ids: a dictionary over a table that only grows.</summary>
internal sealed class Meters
{
    private readonly Database database;
    private readonly Dictionary<Meter, int> ids = [];
    private readonly List<Meter> all = [];

    public Meters(Database database)
    {
        this.database = database;
        Read();
    }

    /// <summary>Reads them anew, because what was added may have been taken back.</summary>
    public void Read()
    {
        ids.Clear();
        all.Clear();
        var rows = database.Query(
            "select account, region, endpoint, model_id, source, tier, long_context, project from meter "
            + "order by meter_id",
            row => new Meter(
                row.GetString(0),
                row.GetString(1),
                Enum.Parse<Endpoint>(row.GetString(2), ignoreCase: true),
                row.GetString(3),
                Enum.Parse<UsageSource>(row.GetString(4), ignoreCase: true),
                row.Text(5) is { } tier ? Words.Tier(tier) : null,
                row.Bool(6),
                row.Text(7)));
        foreach (var meter in rows)
        {
            Add(meter);
        }
    }

    /// <summary>By id: an id is a place in this list.</summary>
    public IReadOnlyList<Meter> All => all;

    public int IdOf(Meter meter)
    {
        if (ids.TryGetValue(meter, out var id))
        {
            return id;
        }

        using var appender = database.Appender("meter");
        appender.CreateRow()
            .AppendValue(all.Count).AppendValue(meter.Account).AppendValue(meter.Region)
            .AppendValue(meter.Endpoint.ToString().ToLowerInvariant()).AppendValue(meter.ModelId)
            .AppendValue(meter.Source.ToString().ToLowerInvariant())
            .AppendValue(meter.Tier is { } tier ? Words.Of(tier) : null)
            .AppendValue(meter.LongContext).AppendValue(meter.Project).EndRow();
        return Add(meter);
    }

    private int Add(Meter meter)
    {
        ids[meter] = all.Count;
        all.Add(meter);
        return all.Count - 1;
    }
}
