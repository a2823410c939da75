using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>Deletes what a new reading replaces: the same hours of the same places, and their inventory.</summary>
internal static class Replaced
{
    /// <summary>Tables that hold the present state of an account and Region, not a history.</summary>
    private static readonly (string Table, Type Fact)[] States =
    [
        ("inference_profile", typeof(Fact.InferenceProfile)),
        ("resource_tag", typeof(Fact.InferenceProfile)),
        ("provisioned_model", typeof(Fact.ProvisionedModel)),
        ("derived_model", typeof(Fact.DerivedModel)),
        ("batch_job", typeof(Fact.BatchJob)),
        ("logging", typeof(Fact.Logging)),
        ("foundation_model", typeof(Fact.FoundationModel)),
        ("quota", typeof(Fact.Quota)),
    ];

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

        var read = inventory.OfType<Fact.Read>().Select(fact => fact.Coverage).ToList();
        foreach (var (account, region) in read.Where(each => each is { Account: not null, Region: not null })
            .Select(each => (each.Account!, each.Region!)).Distinct())
        {
            DeleteStates(database, account, region, inventory);
        }

        foreach (var account in inventory.OfType<Fact.Billed>().Select(line => line.Account).Distinct())
        {
            database.Execute($"delete from billed where account = '{Sql(account)}' "
                + $"and day >= date '{reading.Window.From.UtcDateTime:yyyy-MM-dd}' "
                + $"and day <= date '{reading.Window.To.UtcDateTime:yyyy-MM-dd}'");
        }

        database.Execute("delete from diagnostic");
        database.Execute("delete from coverage where account is null or region is null");
    }

    private static void DeleteStates(Database database, string account, string region, IReadOnlyList<Fact> inventory)
    {
        var here = $"account = '{Sql(account)}' and region = '{Sql(region)}'";
        database.Execute($"delete from coverage where {here}");
        foreach (var (table, fact) in States)
        {
            // A list that could not be read leaves what an earlier reading knew.
            if (inventory.Any(each => each.GetType() == fact))
            {
                database.Execute($"delete from {table} where {here}");
            }
        }
    }

    private static string Sql(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Sql(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss");
}
