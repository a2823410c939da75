using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>Deletes what a new reading replaces: the same hours of the same places, and their inventory.</summary>
internal static class Replaced
{
    /// <summary>Tables that hold the present state of an account and Region, and the sources that fill them.</summary>
    private static readonly (string Table, string[] Sources)[] States =
    [
        ("inference_profile", ["inference-profiles"]),
        ("resource_tag", ["inference-profiles", "provisioned-throughput"]),
        ("provisioned_model", ["provisioned-throughput"]),
        ("derived_model", ["custom-models", "custom-model-deployments", "imported-models", "prompt-routers"]),
        ("batch_job", ["batch-jobs"]),
        ("logging", ["invocation-logging"]),
        ("foundation_model", ["foundation-models"]),
        ("quota", ["quotas"]),
    ];

    /// <summary>Counts beside those of meters, by the hour, and the source that fills them.</summary>
    private static readonly (string Table, string Source)[] Counts =
        [("agent_usage", "cloudwatch-agent-metrics"), ("guardrail_usage", "cloudwatch-guardrail-metrics")];

    public static void Delete(
        Database database, Reading reading, IEnumerable<Meter> counted, IReadOnlyList<Fact> inventory)
    {
        var between = $"ts >= timestamp '{Sql(reading.Window.From)}' and ts < timestamp '{Sql(reading.Window.To)}'";
        foreach (var (account, region) in counted.Select(meter => (meter.Account, meter.Region)).Distinct())
        {
            var here = $"meter_id in (select meter_id from meter where source = 'metrics' "
                + $"and account = '{Sql(account)}' and region = '{Sql(region)}')";
            database.Execute($"delete from usage where {here} and {between}");
            database.Execute($"delete from demand where {here} and {between}");
            database.Execute($"delete from distribution where {here}");
        }

        var read = inventory.OfType<Fact.Read>().Select(fact => fact.Coverage)
            .Where(each => each is { Account: not null, Region: not null })
            .ToLookup(each => (each.Account!, each.Region!));
        foreach (var place in read)
        {
            DeleteStates(database, place.Key.Item1, place.Key.Item2, [.. place]);
            foreach (var (table, source) in Counts)
            {
                if (place.Any(each => each.Source == source && each.Status != Diagnostics.ReadStatus.Absent))
                {
                    database.Execute($"delete from {table} where account = '{Sql(place.Key.Item1)}' "
                        + $"and region = '{Sql(place.Key.Item2)}' and {between}");
                }
            }
        }

        foreach (var account in inventory.OfType<Fact.Billed>().Select(line => line.Account).Distinct())
        {
            database.Execute($"delete from billed where account = '{Sql(account)}' "
                + $"and day >= date '{reading.Window.From.UtcDateTime:yyyy-MM-dd}' "
                + $"and day <= date '{reading.Window.To.UtcDateTime:yyyy-MM-dd}'");
        }

        // Diagnostics are of the last reading; what stays true is read again by the next.
        database.Execute("delete from diagnostic");
        database.Execute("delete from coverage where account is null or region is null");
    }

    private static void DeleteStates(
        Database database, string account, string region, IReadOnlyList<Diagnostics.Coverage> read)
    {
        var here = $"account = '{Sql(account)}' and region = '{Sql(region)}'";
        database.Execute($"delete from coverage where {here}");
        foreach (var (table, sources) in States)
        {
            // A list that could not be read leaves what an earlier reading knew; one read in part replaces it.
            if (read.Any(each => sources.Contains(each.Source) && each.Status != Diagnostics.ReadStatus.Absent))
            {
                database.Execute($"delete from {table} where {here}");
            }
        }
    }

    private static string Sql(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Sql(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss");
}
