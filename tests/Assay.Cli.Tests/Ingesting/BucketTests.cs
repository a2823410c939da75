using System.Globalization;
using System.Text.Json;
using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Ingesting;

/// <summary>Logs in a bucket give what the same files in a folder give, and what goes wrong is said.</summary>
public sealed class BucketTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Ledger => folder.Sub("calls.duckdb");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_bucket_of_1_500_objects_and_one_above_the_budget_gives_what_a_folder_gives()
    {
        // 34 MB, more than may lie in memory ahead of the parsers, in parts of 2 MiB.
        var objects = Enumerable.Range(0, 1_500).Select(i => (LogWorld.Key(i % 24, $"{i}.json"), LogWorld.Lines(i * 2, 2)))
            .Append((LogWorld.Key(8, "large.json"), LogWorld.Lines(10_000, 340, textLength: 100_000))).ToList();
        foreach (var (key, body) in objects)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.Sub(key))!);
            await File.WriteAllBytesAsync(folder.Sub(key), body);
        }

        await using var aws = await FakeAwsServer.StartAsync(LogWorld.Of(objects));
        var ran = (await LogWorld.IngestAsync(aws, Ledger, "s3://logs/p")).EndsWith(0);
        (await Shell.Bare.RunAsync("ingest", "--ledger", folder.Sub("local.duckdb"), folder.Sub("p"))).EndsWith(0);

        Assert.Equal((1_501, 0, 3_340), Counts(ran));
        Assert.Equal(2, aws.Calls.Count(call => call.Operation == "ListObjectsV2"));
        Assert.Equal(await LogWorld.RowsAsync(folder.Sub("local.duckdb")), await LogWorld.RowsAsync(Ledger));
        var again = (await LogWorld.IngestAsync(aws, Ledger, "s3://logs/p", "s3://logs")).EndsWith(0);
        Assert.Equal((0, 3_002), (Counts(again).Read, Number(again, "files", "skipped")));
    }

    /// <summary>Known by place, ETag and length; a new version under an old name is another.</summary>
    [Fact]
    public async Task What_was_read_is_not_downloaded_again_and_what_was_replaced_is()
    {
        var (a, b) = ((LogWorld.Key(8, "a.json"), LogWorld.Lines(1, 2)), (LogWorld.Key(8, "b.json"), LogWorld.Lines(3, 2)));
        var copy = (LogWorld.Key(9, "copy-of-a.json"), LogWorld.Lines(1, 2));
        var cut = (LogWorld.Key(9, "cut.json"), LogWorld.Lines(9, 1)[..200]);
        await using (var aws = await FakeAwsServer.StartAsync(LogWorld.Of(a, b, copy, cut)))
        {
            Assert.Equal(4, Counts((await LogWorld.IngestAsync(aws, Ledger, "s3://logs")).EndsWith(4)).Kept);
            Assert.Equal(4, Downloads(aws));

            // Only what was cut off is asked for again, and known by its bytes it adds nothing.
            var again = (await LogWorld.IngestAsync(aws, Ledger, "s3://logs")).EndsWith(4);
            Assert.Equal((5, 3, 0), (Downloads(aws), Number(again, "files", "skipped"), Counts(again).Kept));
        }

        await using var later = await FakeAwsServer.StartAsync(LogWorld.Of(a, (b.Item1, LogWorld.Lines(5, 2)), copy));
        var replaced = (await LogWorld.IngestAsync(later, Ledger, "s3://logs")).EndsWith(0);
        Assert.Equal((1, 2, 2), (Downloads(later), Number(replaced, "files", "skipped"), Counts(replaced).Kept));
    }

    [Fact]
    public async Task A_window_lists_and_reads_no_folder_outside_of_it_and_means_the_same_for_a_folder()
    {
        List<(string Key, byte[] Body)> objects =
        [
            .. Enumerable.Range(0, 24).Select(hour => (LogWorld.Key(hour, "a.json"), LogWorld.Lines(hour, 1))),
            (LogWorld.Folder + "2026/10/31/23/a.json", LogWorld.Lines(50, 1)),
            (LogWorld.Folder + "2025/11/02/09/a.json", LogWorld.Lines(51, 1)),
            ("p/no-date.json", LogWorld.Lines(100, 1)),
            (LogWorld.Folder + "amazon-bedrock-logs-permission-check", []),
            (LogWorld.Key(9, "data/00000000_input.json.gz"), [1, 2, 3]),
        ];
        foreach (var (key, body) in objects)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.Sub(key))!);
            await File.WriteAllBytesAsync(folder.Sub(key), body);
        }

        string[] window = ["--since", "2026-11-02T09:30:00Z", "--until", "2026-11-02T11:00:00Z"];
        await using var aws = await FakeAwsServer.StartAsync(LogWorld.Of(objects));
        var ran = (await LogWorld.IngestAsync(aws, Ledger, ["s3://logs/", .. window])).EndsWith(0);
        (await Shell.Bare.RunAsync(
            ["ingest", "--ledger", folder.Sub("local.duckdb"), folder.Sub("p"), .. window])).EndsWith(0);

        // 9:00 and 10:00, and what has no date in its key.
        Assert.Equal((3, 0, 3), Counts(ran));
        Assert.Equal(3, aws.Calls.Count(call => call.Operation == "GetObject"));
        var listed = aws.Calls.Where(call => call.Operation == "ListObjectsV2").Select(call => call.Target).ToList();
        Assert.Equal(11, listed.Count);
        Assert.DoesNotContain(listed, target => target.Contains("2025") || target.Contains("10%2F31") || target.Contains("10/31"));
        Assert.Equal(await LogWorld.RowsAsync(folder.Sub("local.duckdb")), await LogWorld.RowsAsync(Ledger));
    }

    [Theory]
    [InlineData("s3:ListBucket", 1)]
    [InlineData("s3:GetObject", 1)]
    public async Task An_action_that_is_taken_away_is_named_with_the_bucket(string action, int exit)
    {
        var world = LogWorld.With(
            account => account with { AllowedActions = action == "s3:ListBucket" ? ["s3:GetObject"] : ["s3:ListBucket"] },
            LogWorld.Of((LogWorld.Key(8, "a.json"), LogWorld.Lines(1, 1))));
        await using var aws = await FakeAwsServer.StartAsync(world);

        var ran = (await LogWorld.IngestAsync(aws, Ledger, "s3://logs/p")).EndsWith(exit);
        Assert.Contains($"{action} is denied on s3://logs", ran.Error, StringComparison.Ordinal);

        // Beside something that can be read it is a part that is missing.
        await File.WriteAllBytesAsync(folder.Sub("b.json"), LogWorld.Lines(2, 1));
        ran = (await LogWorld.IngestAsync(aws, Ledger, "s3://logs/p", folder.Sub("b.json"))).EndsWith(4);
        Assert.Contains($"{action} is denied on s3://logs", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_that_nobody_may_read_is_given_up_early()
    {
        var objects = Enumerable.Range(0, 3_000).Select(i => (LogWorld.Key(8, $"{i}.json"), LogWorld.Lines(i, 1)));
        await using var aws = await FakeAwsServer.StartAsync(
            LogWorld.With(account => account with { AllowedActions = ["s3:ListBucket"] }, LogWorld.Of(objects)));

        var ran = await LogWorld.IngestAsync(aws, Ledger, "s3://logs/", "-v");

        Assert.Equal(1, ran.Exit);
        Assert.Contains("given up: 100 objects in a row could not be read", ran.Error, StringComparison.Ordinal);
        Assert.InRange(aws.Calls.Count(call => call.Operation == "GetObject"), 100, 2_999);
    }

    [Theory]
    [InlineData("s3://none/p", 1, "there is no bucket s3://none")]
    [InlineData("s3://logs/elsewhere/", 1, "there are no invocation logs")]
    [InlineData("s3://", 2, "s3://BUCKET/PREFIX")]
    public async Task A_path_that_leads_nowhere_says_so(string path, int exit, string said)
    {
        await using var aws = await FakeAwsServer.StartAsync(LogWorld.Of((LogWorld.Key(8, "a.json"), [])));

        var ran = (await LogWorld.IngestAsync(aws, Ledger, path)).EndsWith(exit);

        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_without_logs_says_what_was_looked_at_and_promises_no_report()
    {
        await using var aws = await FakeAwsServer.StartAsync(LogWorld.Of((LogWorld.Key(8, "a.json"), LogWorld.Lines(1, 1))));
        string[] window = ["--since", "2026-11-03", "--until", "2026-11-04"];
        const string hours = "of 2026-11-03 00:00 to 2026-11-04 00:00 UTC";
        var ran = (await Everything.At(aws).RunAsync(
            ["ingest", "--ledger", Ledger, "--region", "us-east-1", "s3://logs/p", .. window])).EndsWith(1);
        Assert.Contains("there are no invocation logs under s3://logs/p " + hours, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("next:", ran.Out, StringComparison.Ordinal);

        Directory.CreateDirectory(Path.GetDirectoryName(folder.Sub(LogWorld.Key(8, "a.json")))!);
        await File.WriteAllBytesAsync(folder.Sub(LogWorld.Key(8, "a.json")), LogWorld.Lines(1, 1));
        (await Shell.Bare.RunAsync(["ingest", "--ledger", Ledger, folder.Sub("p"), .. window]))
            .Refuses(1, "none of the 1 files under", hours, "widen --since");
    }

    [Fact]
    public async Task Without_credentials_nothing_is_written()
    {
        (await Shell.Bare.RunAsync("ingest", "--ledger", Ledger, "--region", "us-east-1", "s3://logs"))
            .Refuses(1, "no AWS credentials");
        Assert.False(File.Exists(Ledger));
    }

    [Fact]
    public async Task An_object_that_is_replaced_while_it_is_read_is_not_kept()
    {
        var world = LogWorld.Of((LogWorld.Key(8, "a.json"), LogWorld.Lines(1, 1)), (LogWorld.Key(8, "b.json"), LogWorld.Lines(2, 1)));
        var replaced = new StoredObject { Body = LogWorld.Lines(3, 1), IsReplaced = true };
        await using var aws = await FakeAwsServer.StartAsync(LogWorld.With(
            account => account with
            {
                Objects = new Dictionary<string, StoredObject>(account.Objects) { ["logs/" + LogWorld.Key(8, "b.json")] = replaced },
            },
            world));

        var ran = (await LogWorld.IngestAsync(aws, Ledger, "s3://logs")).EndsWith(4);

        Assert.Equal((1, 1, 1), Counts(ran));
        Assert.Contains("the object changed while it was read", ran.Error, StringComparison.Ordinal);
    }

    /// <summary>A whole object, and the third part of a large one.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(200, 2)]
    public async Task A_broken_download_is_a_failed_file_of_which_nothing_is_kept(int records, int after)
    {
        await using var aws = await FakeAwsServer.StartAsync(
            LogWorld.Of((LogWorld.Key(8, "a.json"), LogWorld.Lines(1, records, textLength: 100_000))));
        aws.Faults.Set([new FaultRule { Kind = FaultKind.Malformed, Service = "s3", Operation = "GetObject", After = after }]);

        var ran = (await LogWorld.IngestAsync(aws, Ledger, "s3://logs")).EndsWith(1);
        Assert.Equal((0, 1, 0), Counts(ran));

        aws.Faults.Set([]);
        Assert.Equal((1, 0, records), Counts((await LogWorld.IngestAsync(aws, Ledger, "s3://logs")).EndsWith(0)));
    }

    [Theory]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.Error503Html)]
    [InlineData(FaultKind.CloseConnection)]
    public async Task A_passing_fault_is_waited_out(FaultKind kind)
    {
        await using var aws = await FakeAwsServer.StartAsync(LogWorld.Of((LogWorld.Key(8, "a.json"), LogWorld.Lines(1, 1))));
        aws.Faults.Set([new FaultRule { Kind = kind, Service = "s3", Times = 1 }, new FaultRule { Kind = kind, Service = "s3", Operation = "GetObject", Times = 1 }]);

        Assert.Equal((1, 0, 1), Counts((await LogWorld.IngestAsync(aws, Ledger, "s3://logs")).EndsWith(0)));
    }

    [Fact]
    public async Task A_bucket_of_another_Region_is_found_there()
    {
        await using var aws = await FakeAwsServer.StartAsync(LogWorld.With(
            account => account with { BucketRegions = new Dictionary<string, string> { ["logs"] = "eu-west-1" } },
            LogWorld.Of((LogWorld.Key(8, "a.json"), LogWorld.Lines(1, 1)))));

        Assert.Equal((1, 0, 1), Counts((await LogWorld.IngestAsync(aws, Ledger, "s3://logs")).EndsWith(0)));
        Assert.Equal(["301", "200", "200"], aws.Calls.Select(call => call.Status.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Another_account_is_read_with_its_role()
    {
        var world = LogWorld.Of((LogWorld.Key(8, "a.json"), LogWorld.Lines(1, 1)));
        var logs = world.Accounts.First(account => account.Id == Everything.Account);
        await using var aws = await FakeAwsServer.StartAsync(world with
        {
            Accounts =
            [
                .. world.Accounts.Select(account => account.Id == Everything.Account
                    ? account with { Buckets = new Dictionary<string, IReadOnlyList<string>>() }
                    : account with { Buckets = logs.Buckets, Objects = logs.Objects }),
            ],
        });

        var role = $"arn:aws:iam::{Everything.Member}:role/{Everything.Role}";
        (await LogWorld.IngestAsync(aws, Ledger, "s3://logs")).EndsWith(1);
        (await LogWorld.IngestAsync(aws, Ledger, "s3://logs", "--role", role)).EndsWith(0);
        (await LogWorld.IngestAsync(aws, Ledger, "s3://logs", "--role", role + "s")).Refuses(1, "could not be assumed");
    }

    internal static (int Read, int Failed, int Kept) Counts(Ran ran) =>
        (Number(ran, "files", "read"), Number(ran, "files", "failed"), Number(ran, "records", "kept"));

    private static int Downloads(FakeAwsServer aws) => aws.Calls.Count(call => call.Operation == "GetObject");

    private static int Number(Ran ran, string part, string name) =>
        JsonDocument.Parse(ran.Out).RootElement.GetProperty(part).GetProperty(name).GetInt32();
}
