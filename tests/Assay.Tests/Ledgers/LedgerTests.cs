using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Ledgers;

public sealed class LedgerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assay-ledger-").FullName;

    private static readonly UsageCounts Counts = new() { Invocations = 10, Input = 1_000, Output = 200, CacheRead = 0, CacheWriteUnknownTtl = 0 };

    private string Path => System.IO.Path.Combine(folder, "x.duckdb");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Reading_the_same_thing_twice_changes_nothing()
    {
        using var ledger = Some.Filled([Some.Spread(Some.Meter(), Counts)]);
        var once = Assert.Single(ledger.UsageTotals(Some.Window));
        Some.Write(ledger, [Some.Spread(Some.Meter(), Counts)]);
        Assert.Equal(once, Assert.Single(ledger.UsageTotals(Some.Window)));
    }

    [Fact]
    public void A_later_reading_replaces_the_hours_it_read_and_keeps_the_others()
    {
        var later = new Window(Some.At("2026-11-16"), Some.At("2026-11-30"));
        using var ledger = Some.Filled([Some.Spread(Some.Meter(), new UsageCounts { Invocations = 336 })]);
        Some.Write(ledger, [new Fact.Series(Some.Meter(), 3600, [(Some.At("2026-11-20"), new UsageCounts { Invocations = 1_000 })])], later);
        Assert.Equal(168 + 1_000, Assert.Single(ledger.UsageTotals(new Window(Some.Window.From, later.To))).Counts.Invocations);
    }

    [Fact]
    public void Hours_before_the_window_never_replace_a_fuller_reading()
    {
        var later = new Window(Some.At("2026-11-23"), Some.At("2026-12-07"));
        using var ledger = Some.Filled([Some.Spread(Some.Meter(), new UsageCounts { Invocations = 336, Throttles = 336 })]);
        Some.Write(ledger, [Some.Spread(Some.Meter(), new UsageCounts { Invocations = 336 })], later);
        var total = Assert.Single(ledger.UsageTotals(Some.Window)).Counts;
        Assert.Equal((336L, 336L), (total.Invocations, total.Throttles));
    }

    [Fact]
    public void Capacity_that_was_deleted_leaves_the_ledger_when_its_list_was_read_whole()
    {
        var pilot = Some.Provisioned("pilot", "us-west-2", "meta.llama3-1-70b-instruct-v1:0");
        using var ledger = Some.Filled([pilot, .. Some.Complete("provisioned-throughput")]);
        Some.Write(ledger, [.. Some.Complete("provisioned-throughput")]);
        Assert.Empty(ledger.Inventory().Provisioned);
    }

    [Fact]
    public void Capacity_whose_list_could_not_be_read_stays_as_it_was_known()
    {
        var pilot = Some.Provisioned("pilot", "us-west-2", "meta.llama3-1-70b-instruct-v1:0");
        using var ledger = Some.Filled([pilot, .. Some.Complete("provisioned-throughput")]);
        Some.Write(ledger, [new Fact.Read(new Coverage(
            "provisioned-throughput", Some.Account, "us-west-2", ReadStatus.Absent, "denied"))]);
        Assert.Single(ledger.Inventory().Provisioned);
    }

    [Fact]
    public void Tags_of_a_provisioned_model_are_read_again_without_a_profile()
    {
        var tagged = Some.Provisioned("pilot", "us-west-2", "meta.llama3-1-70b-instruct-v1:0") with
        {
            Tags = new Dictionary<string, string> { ["team"] = "search" },
        };
        using var ledger = Some.Filled([tagged, .. Some.Complete("provisioned-throughput")]);
        Some.Write(ledger, [tagged, .. Some.Complete("provisioned-throughput")]);
        Assert.Equal("search", Assert.Single(ledger.Inventory().Provisioned).Tags["team"]);
    }

    [Fact]
    public void A_bill_that_is_read_twice_is_not_doubled()
    {
        var line = new Fact.Billed(Some.Account, new DateOnly(2026, 11, 10), "Amazon Bedrock", "USE1-x", 12.34m, 5);
        using var ledger = Some.Filled([line]);
        Some.Write(ledger, [line]);
        Assert.Equal(12.34m, ledger.Inventory().Billed.Sum(each => each.Usd));
    }

    [Fact]
    public void An_unknown_count_stays_unknown()
    {
        using var ledger = Some.Filled([Some.Hour(Some.Meter(), new UsageCounts { Invocations = 5 })]);
        Assert.Null(Assert.Single(ledger.UsageTotals(Some.Window)).Counts.Input);
    }

    [Fact]
    public void A_file_keeps_what_was_written_and_reports_the_same()
    {
        decimal before;
        using (var ledger = Ledger.Open(Path, "tests"))
        {
            Some.Write(ledger, [Some.Spread(Some.Meter(), Counts)]);
            before = Some.Report(ledger).Totals.CostUsd.Amount;
        }

        using var again = Ledger.Open(Path, "tests");
        Assert.Equal(before, Some.Report(again).Totals.CostUsd.Amount);
        Assert.Equal(Some.Window, again.Span);
    }

    [Fact]
    public void A_file_that_is_no_ledger_is_refused_with_a_remedy()
    {
        File.WriteAllText(Path, "not a database at all, only some text that is long enough to look like a header");
        var error = Assert.Throws<AssayException>(() => Ledger.Open(Path, "tests"));
        Assert.Equal(ExitCode.NoResult, error.ExitCode);
        Assert.NotEmpty(error.Remedy);
    }

    [Fact]
    public void A_ledger_of_a_later_program_is_refused()
    {
        using (var database = new Database(Path))
        {
            database.Execute("create table ledger_meta (schema_version integer, lowest_reader integer, created_by varchar)");
            database.Execute("insert into ledger_meta values (99, 99, 'assay 99')");
        }

        var error = Assert.Throws<AssayException>(() => Ledger.Open(Path, "tests"));
        Assert.Contains("later assay", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SQL_in_a_ledger_reaches_no_file_and_no_network()
    {
        using var database = new Database(":memory:");
        foreach (var sql in (string[])["select * from read_csv('/etc/hostname')", "copy (select 1) to '/tmp/assay-leak.csv'", "install httpfs"])
        {
            Assert.ThrowsAny<Exception>(() => database.Execute(sql));
        }
    }
}
