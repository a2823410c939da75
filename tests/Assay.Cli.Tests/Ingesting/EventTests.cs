using System.Text;
using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Ingesting;

/// <summary>Logs in CloudWatch Logs give what the same records in a file give.</summary>
public sealed class EventTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly TempFolder folder = new();

    private string Ledger => folder.Sub("calls.duckdb");

    public void Dispose() => folder.Dispose();

    /// <summary>The fake's every other page is empty, and has a token.</summary>
    [Fact]
    public async Task A_log_group_gives_what_a_file_gives_and_reading_it_again_adds_nothing()
    {
        var events = Enumerable.Range(0, 950).Select(id => LogWorld.Event(id, Start.AddSeconds(id * 10))).ToList();
        await using var aws = await FakeAwsServer.StartAsync(LogWorld.OfEvents(
            [
                new LogEvent(LogWorld.Stream, Start.ToUnixTimeMilliseconds() - 1, "Permissions are correctly set for Amazon Bedrock logs."),
                new LogEvent("another-stream", Start.ToUnixTimeMilliseconds(), "not of Bedrock"),
                .. events,
            ]));
        await File.WriteAllLinesAsync(folder.Sub("a.jsonl"), events.Select(each => each.Message));

        var ran = (await IngestAsync(aws)).EndsWith(0);
        (await Shell.Bare.RunAsync("ingest", "--ledger", folder.Sub("local.duckdb"), folder.Sub("a.jsonl"))).EndsWith(0);

        Assert.Equal((1, 0, 950), BucketTests.Counts(ran));
        Assert.Equal("", ran.Error);
        Assert.Equal(20, aws.Calls.Count(call => call.Operation == "FilterLogEvents"));
        var rows = await LogWorld.RowsAsync(folder.Sub("local.duckdb"));
        Assert.Equal(rows, await LogWorld.RowsAsync(Ledger));

        // The same, and one hour of it, which is another file of the same records.
        Assert.Equal((0, 0, 0), BucketTests.Counts((await IngestAsync(aws)).EndsWith(0)));
        Assert.Equal((1, 0, 0), BucketTests.Counts((await IngestAsync(aws, "--since", "2026-11-02T09:00:00Z")).EndsWith(0)));
        Assert.Equal(rows, await LogWorld.RowsAsync(Ledger));
    }

    [Fact]
    public async Task A_window_is_asked_of_the_service_without_its_end()
    {
        await using var aws = await FakeAwsServer.StartAsync(LogWorld.OfEvents(
            Enumerable.Range(0, 5).Select(hour => LogWorld.Event(hour, Start.AddHours(hour)))));

        var ran = (await IngestAsync(aws, "--since", "2026-11-02T09:00:00Z", "--until", "2026-11-02T11:00:00Z")).EndsWith(0);

        Assert.Equal((1, 0, 2), BucketTests.Counts(ran));
    }

    [Fact]
    public async Task What_is_no_record_is_counted_and_the_rest_is_kept()
    {
        var time = Start.ToUnixTimeMilliseconds();
        await using var aws = await FakeAwsServer.StartAsync(LogWorld.OfEvents(
            LogWorld.Event(1, Start), new LogEvent(LogWorld.Stream, time, "hello"),
            new LogEvent(LogWorld.Stream, time, LogWorld.Record(2).Replace(",\"region\"", ",\r\n\"region\"", StringComparison.Ordinal))));

        var ran = (await IngestAsync(aws)).EndsWith(4);

        Assert.Equal((1, 0, 2), BucketTests.Counts(ran));
        Assert.Contains("#2026-11-02T08:00:00.000Z:2: the line is no JSON", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_of_events_come_from_the_bucket()
    {
        var record = LogWorld.Record(1);
        var from = record.IndexOf("{\"messages\"", StringComparison.Ordinal);
        var to = record.IndexOf(",\"inputTokenCount\"", StringComparison.Ordinal);
        var key = LogWorld.Folder + "2026/11/02/08/data/1_input.json.gz";
        var aside = record[..from].Replace("inputBodyJson", "inputBodyS3Path", StringComparison.Ordinal)
            + $"\"s3://logs/{key}\"" + record[to..];
        var world = LogWorld.OfEvents(new LogEvent(LogWorld.Stream, Start.ToUnixTimeMilliseconds(), aside));
        await using var aws = await FakeAwsServer.StartAsync(LogWorld.With(
            account => account with
            {
                Buckets = new Dictionary<string, IReadOnlyList<string>> { ["logs"] = [key] },
                Objects = new Dictionary<string, StoredObject>
                {
                    ["logs/" + key] = new() { Body = Encoding.UTF8.GetBytes(record[from..to]) },
                },
            },
            world));
        await File.WriteAllTextAsync(folder.Sub("a.jsonl"), record);

        Assert.Equal("", (await IngestAsync(aws)).EndsWith(0).Error);
        (await Shell.Bare.RunAsync("ingest", "--ledger", folder.Sub("local.duckdb"), folder.Sub("a.jsonl"))).EndsWith(0);
        const string shape = "select depth, kind, bytes_upto, tokens from shape";
        Assert.Equal(await AskedAsync(folder.Sub("local.duckdb"), shape), await AskedAsync(Ledger, shape));

        // A body that may not be read costs its shape and nothing else, and is said with what is missing.
        aws.Faults.Set([new FaultRule { Kind = FaultKind.Deny, Service = "s3" }]);
        var ran = (await LogWorld.IngestAsync(aws, folder.Sub("denied.duckdb"), "logs://" + LogWorld.Group)).EndsWith(4);
        Assert.Equal((1, 0, 1), BucketTests.Counts(ran));
        Assert.Contains("s3:GetObject is denied on s3://logs", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_that_is_taken_away_and_a_group_that_is_not_there_are_named()
    {
        var world = LogWorld.OfEvents(LogWorld.Event(1, Start));
        await using var aws = await FakeAwsServer.StartAsync(
            LogWorld.With(account => account with { AllowedActions = ["s3:*"] }, world));
        var ran = (await IngestAsync(aws)).EndsWith(1);
        Assert.Contains("logs:FilterLogEvents is denied on /acme/bedrock", ran.Error, StringComparison.Ordinal);

        aws.World = world;
        ran = (await LogWorld.IngestAsync(aws, Ledger, "logs://none")).EndsWith(1);
        Assert.Contains("there is no log group none", ran.Error, StringComparison.Ordinal);
        ran = (await IngestAsync(aws, "--until", "2026-11-01")).EndsWith(1);
        Assert.Contains("no events in streams of aws/bedrock/modelinvocations in these hours", ran.Error, StringComparison.Ordinal);
    }

    private Task<Ran> IngestAsync(FakeAwsServer aws, params IEnumerable<string> more) =>
        LogWorld.IngestAsync(aws, Ledger, ["logs://" + LogWorld.Group, .. more]);

    private static async Task<string> AskedAsync(string ledger, string query) =>
        (await Shell.Bare.RunAsync("sql", "--ledger", ledger, "--format", "csv", query)).EndsWith(0).Out;
}
