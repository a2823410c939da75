using Assay.Analysis.Checks;
using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Ledgers;

/// <summary>Agents and guardrails in the ledger, and a ledger from before there were any.</summary>
public sealed class SideTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assay-side-").FullName;

    [Fact]
    public void Reading_agents_and_guardrails_again_replaces_their_hours_and_a_denied_list_leaves_them()
    {
        using var ledger = Some.Filled(Facts(14));
        Some.Write(ledger, Facts(14));
        Assert.Contains("makes 14.0 calls", Title(ledger, "agent-loops"), StringComparison.Ordinal);
        Assert.Contains("336 requests", Title(ledger, "guardrail-overlap", ("guardrail-overlap.requests", 1)), StringComparison.Ordinal);

        Some.Write(ledger, Facts(20));
        Assert.Contains("makes 20.0 calls", Title(ledger, "agent-loops"), StringComparison.Ordinal);

        Some.Write(ledger, [.. new[] { "cloudwatch-agent-metrics", "cloudwatch-guardrail-metrics" }.Select(source =>
            new Fact.Read(new Coverage(source, Some.Account, "us-east-1", ReadStatus.Absent, "denied")))]);
        Assert.Contains("makes 20.0 calls", Title(ledger, "agent-loops"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_of_the_first_schema_is_brought_up_to_this_one_and_keeps_what_it_held()
    {
        var path = Path.Combine(folder, "old.duckdb");
        using (var database = new Database(path))
        {
            database.Execute(File.ReadAllText(Repository.At("src/Assay.Ledger/Schema/001_ledger.sql")));
            database.Execute("insert into ledger_meta values (1, 1, 'assay of old')");
            database.Execute("insert into reading values ('2026-11-09', '2026-11-23', '2026-11-23', 'assay of old', 1, 0)");
            database.Execute($"insert into meter values (0, '{Some.Account}', 'us-east-1', 'runtime', '{Some.Sonnet}', 'metrics', null, null, null)");
            database.Execute("insert into usage (meter_id, ts, seconds, invocations, input) values (0, '2026-11-10', 3600, 10, 1000000)");
        }

        using (var ledger = Ledger.Open(path, "tests"))
        {
            Assert.Equal(3.30m, Some.Report(ledger).Totals.CostUsd.Amount);
        }

        using var upgraded = new Database(path);
        Assert.Equal(
            [(Ledger.SchemaVersion, 5, "assay of old")],
            upgraded.Query("select schema_version, lowest_reader, created_by from ledger_meta", row => (row.GetInt32(0), row.GetInt32(1), row.GetString(2))));
        Assert.Equal([1L], upgraded.Query("select count(*) from known_model where name = 'Claude Sonnet 4.5'", row => row.GetInt64(0)));
    }

    /// <summary>All of it lies in the log beside the file then, which is read by the next program.</summary>
    [Fact]
    public void A_ledger_whose_program_was_killed_while_it_was_made_can_be_opened()
    {
        var path = Path.Combine(folder, "killed.duckdb");
        using (var database = new Database(path))
        {
            database.Execute("pragma disable_checkpoint_on_shutdown");
            Migrations.Apply(database, "tests");
        }

        Assert.True(File.Exists(path + ".wal"), "nothing of it is in the file yet");
        using var ledger = Ledger.Open(path, "tests");
        Assert.Equal(0, ledger.ShapeNodes);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Title(Ledger ledger, string check, params (string Key, decimal Value)[] set) => Assert.Single(
        SqlFindings.Of(ledger, Some.Window, new() { Only = [check], Parameters = set.ToDictionary(each => each.Key, each => each.Value) })).Title;

    private static List<Fact> Facts(long steps) =>
    [
        Some.Spread(Some.Meter(), new UsageCounts { Invocations = 100 }),
        new Fact.AgentSeries(
            Some.Account, "us-east-1", "InvokeInlineAgent", null, Some.Sonnet, 3600,
            [.. Hours.Select(hour => new AgentCounts(hour, 1, steps, 10, 10))]),
        new Fact.GuardrailSeries(
            Some.Account, "us-east-1", "arn:g", "1", 3600, [.. Hours.Select(hour => new GuardrailCounts(hour, 1, 0, 5))]),
        .. Some.Complete("cloudwatch-agent-metrics"),
        .. Some.Complete("cloudwatch-guardrail-metrics"),
    ];

    private static IEnumerable<DateTimeOffset> Hours => Enumerable.Range(0, 336).Select(hour => Some.Window.From.AddHours(hour));
}
