using DuckDB.NET.Data;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>Facts that are not counts, in and out of their tables.</summary>
internal static class InventoryRows
{
    private const char Separator = '\n';

    public static void Append(
        Database database, IReadOnlyList<Fact> facts, IReadOnlyDictionary<string, string?> accounts)
    {
        foreach (var group in facts.SelectMany(fact => SideRows.Of(fact) ?? Rows(fact))
            .GroupBy(row => row.Table, StringComparer.Ordinal))
        {
            using var appender = database.Appender(group.Key);
            foreach (var (_, write) in group)
            {
                var row = appender.CreateRow();
                write(row);
                row.EndRow();
            }
        }

        var known = database.Query("select account from account", row => row.GetString(0));
        using var names = database.Appender("account");
        foreach (var (account, name) in accounts.Where(pair => !known.Contains(pair.Key)))
        {
            names.CreateRow().AppendValue(account).AppendValue(name).EndRow();
        }
    }

    public static Inventory Read(Database database, Meters meters)
    {
        var tags = database.Query(
                "select account, region, arn, key, value from resource_tag order by all",
                row => (
                    Place: (row.GetString(0), row.GetString(1), row.GetString(2)),
                    Key: row.GetString(3),
                    Value: row.GetString(4)))
            .GroupBy(tag => tag.Place)
            .ToDictionary(
                group => group.Key,
                group => group.DistinctBy(tag => tag.Key).ToDictionary(tag => tag.Key, tag => tag.Value));
        IReadOnlyDictionary<string, string> Tags(string account, string region, string arn) =>
            tags.GetValueOrDefault((account, region, arn)) ?? [];
        return new(
            database.Query("select account, name from account order by all", row => (row.GetString(0), row.Text(1)))
                .ToDictionary(pair => pair.Item1, pair => pair.Item2),
            Coverage(database),
            Diagnostics(database),
            Profiles(database, Tags),
            Provisioned(database, Tags),
            Derived(database),
            BatchJobs(database),
            database.Query(
                "select account, region, log_group, s3_bucket, s3_prefix, text from logging order by all",
                row => new Fact.Logging(
                    row.GetString(0), row.GetString(1), row.Text(2), row.Text(3), row.Text(4), row.Bool(5))),
            FoundationModels(database),
            Distributions(database, meters),
            database.Query(
                "select account, day, service, usage_type, usd, quantity from billed order by all",
                row => new Fact.Billed(
                    row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetString(2), row.GetString(3),
                    row.GetDecimal(4), row.GetDecimal(5))));
    }

    private static IEnumerable<(string Table, Action<IDuckDBAppenderRow> Write)> Rows(Fact fact)
    {
        switch (fact)
        {
            case Fact.InferenceProfile p:
                yield return ("inference_profile", row => row
                    .AppendValue(p.Account).AppendValue(p.Region).AppendValue(p.Id).AppendValue(p.Arn)
                    .AppendValue(p.Name).AppendValue(p.IsApplication).AppendValue(string.Join(Separator, p.ModelArns)));
                foreach (var row in TagRows(p.Account, p.Region, p.Arn, p.Tags))
                {
                    yield return row;
                }

                break;
            case Fact.ProvisionedModel p:
                yield return ("provisioned_model", row => row
                    .AppendValue(p.Account).AppendValue(p.Region).AppendValue(p.Arn).AppendValue(p.Name)
                    .AppendValue(p.ModelArn).AppendValue(p.FoundationModelArn).AppendValue(p.ModelUnits)
                    .AppendValue(p.Status).AppendValue(p.Commitment).AppendValue(p.CommitmentEnds?.UtcDateTime)
                    .AppendValue(p.Created.UtcDateTime));
                foreach (var row in TagRows(p.Account, p.Region, p.Arn, p.Tags))
                {
                    yield return row;
                }

                break;
            default:
                yield return OneRow(fact);
                break;
        }
    }

    private static (string Table, Action<IDuckDBAppenderRow> Write) OneRow(Fact fact) => fact switch
    {
        Fact.DerivedModel d => ("derived_model", row => row
            .AppendValue(d.Account).AppendValue(d.Region).AppendValue(d.Kind).AppendValue(d.Arn).AppendValue(d.Name)
            .AppendValue(d.BaseModelArn).AppendValue(d.Status).AppendValue(d.Created?.UtcDateTime)),
        Fact.BatchJob b => ("batch_job", row => row
            .AppendValue(b.Account).AppendValue(b.Region).AppendValue(b.Arn).AppendValue(b.Name)
            .AppendValue(b.ModelId).AppendValue(b.Status).AppendValue(b.Submitted?.UtcDateTime)
            .AppendValue(b.Ended?.UtcDateTime).AppendValue(b.TotalRecords).AppendValue(b.ProcessedRecords)
            .AppendValue(b.SuccessRecords).AppendValue(b.ErrorRecords)),
        Fact.Logging l => ("logging", row => row
            .AppendValue(l.Account).AppendValue(l.Region).AppendValue(l.LogGroup).AppendValue(l.S3Bucket)
            .AppendValue(l.S3Prefix).AppendValue(l.Text)),
        Fact.FoundationModel f => ("foundation_model", row => row
            .AppendValue(f.Account).AppendValue(f.Region).AppendValue(f.ModelId).AppendValue(f.Name)
            .AppendValue(f.Provider).AppendValue(f.Status).AppendValue(f.LegacyFrom?.UtcDateTime)
            .AppendValue(f.EndOfLife?.UtcDateTime)),
        Fact.Quota q => ("quota", row => row
            .AppendValue(q.Account).AppendValue(q.Region).AppendValue(q.Code).AppendValue(q.Name)
            .AppendValue(q.Value).AppendValue(q.Adjustable)),
        Fact.Billed b => ("billed", row => row
            .AppendValue(b.Account).AppendValue(b.Day).AppendValue(b.Service).AppendValue(b.UsageType)
            .AppendValue(b.Usd).AppendValue(b.Quantity)),
        Fact.Read { Coverage: var c } => ("coverage", row => row
            .AppendValue(c.Source).AppendValue(c.Account).AppendValue(c.Region)
            .AppendValue(c.Status.ToString().ToLowerInvariant()).AppendValue(c.Reason)),
        Fact.Noted { Diagnostic: var d } => ("diagnostic", row => row
            .AppendValue(d.Level.ToString().ToLowerInvariant()).AppendValue(d.Where).AppendValue(d.What)
            .AppendValue(d.Remedy)),
        _ => throw new InvalidOperationException($"no table holds a {fact.GetType().Name}"),
    };

    private static IEnumerable<(string, Action<IDuckDBAppenderRow>)> TagRows(
        string account, string region, string arn, IReadOnlyDictionary<string, string> tags) =>
        tags.Select(tag => ("resource_tag", (Action<IDuckDBAppenderRow>)(row => row
            .AppendValue(account).AppendValue(region).AppendValue(arn).AppendValue(tag.Key).AppendValue(tag.Value))));

    private static List<Coverage> Coverage(Database database) =>
        [.. Read(database), .. OfCalls(database)];

    private static List<Coverage> Read(Database database) => database.Query(
        "select source, account, region, status, reason from coverage order by account, region, source, status, reason",
        row => new Coverage(
            row.GetString(0), row.Text(1), row.Text(2),
            Enum.Parse<ReadStatus>(row.GetString(3), ignoreCase: true), row.Text(4)));

    /// <summary>
    /// Logs and traces are complete where every record of their files was taken; a trace names no account.
    /// </summary>
    private static List<Coverage> OfCalls(Database database) => database.Query(
        "select nullif(m.account, 'unknown'), m.region, bool_and(f.is_whole and f.rejected = 0) from call as c "
        + "join meter as m using (meter_id) join ingested_file as f using (file_id) group by all order by all",
        row => new Coverage(
            row.IsDBNull(0) ? "token-traces" : "invocation-logs", row.Text(0), row.GetString(1),
            row.GetBoolean(2) ? ReadStatus.Complete : ReadStatus.Partial,
            row.GetBoolean(2) ? null : "records of its files were rejected or cut off"));

    private static List<Diagnostic> Diagnostics(Database database) => database.Query(
        "select level, place, what, remedy from diagnostic order by place, what, remedy, level",
        row => new Diagnostic(
            Enum.Parse<Level>(row.GetString(0), ignoreCase: true),
            row.GetString(1), row.GetString(2), row.GetString(3)));

    private static List<Fact.InferenceProfile> Profiles(
        Database database, Func<string, string, string, IReadOnlyDictionary<string, string>> tags) => database.Query(
        "select account, region, profile_id, arn, name, is_application, model_arns from inference_profile order by all",
        row => new Fact.InferenceProfile(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetBoolean(5),
            row.GetString(6).Split(Separator, StringSplitOptions.RemoveEmptyEntries),
            tags(row.GetString(0), row.GetString(1), row.GetString(3))));

    private static List<Fact.ProvisionedModel> Provisioned(
        Database database, Func<string, string, string, IReadOnlyDictionary<string, string>> tags) => database.Query(
        "select account, region, arn, name, model_arn, foundation_arn, model_units, status, commitment, "
        + "commitment_ends, created from provisioned_model order by all",
        row => new Fact.ProvisionedModel(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
            row.GetInt32(6), row.GetString(7), row.Text(8), row.TimeOrNull(9), row.Time(10),
            tags(row.GetString(0), row.GetString(1), row.GetString(2))));

    private static List<Fact.DerivedModel> Derived(Database database) => database.Query(
        "select account, region, kind, arn, name, base_model_arn, status, created from derived_model order by all",
        row => new Fact.DerivedModel(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.Text(5),
            row.Text(6), row.TimeOrNull(7)));

    private static List<Fact.BatchJob> BatchJobs(Database database) => database.Query(
        "select account, region, arn, name, model_id, status, submitted, ended, total_records, processed_records, "
        + "success_records, error_records from batch_job order by all",
        row => new Fact.BatchJob(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
            row.TimeOrNull(6), row.TimeOrNull(7), row.Long(8), row.Long(9), row.Long(10), row.Long(11)));

    private static List<Fact.FoundationModel> FoundationModels(Database database) => database.Query(
        "select account, region, model_id, name, provider, status, legacy_from, end_of_life from foundation_model "
        + "order by all",
        row => new Fact.FoundationModel(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.Text(5),
            row.TimeOrNull(6), row.TimeOrNull(7)));

    private static List<Fact.Distribution> Distributions(Database database, Meters meters) => database.Query(
        "select meter_id, metric, window_from, window_to, p50, p90, p99, max from distribution order by all",
        row => new Fact.Distribution(
            meters.All[row.GetInt32(0)], row.GetString(1), new Window(row.Time(2), row.Time(3)), row.Decimal(4),
            row.Decimal(5), row.Decimal(6), row.Decimal(7)));
}
