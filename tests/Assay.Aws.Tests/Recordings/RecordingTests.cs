using System.IO.Compression;
using System.Text.Json.Nodes;
using Assay.Aws.Tests.Support;
using Assay.Diagnostics;
using Assay.FakeAws;
using Assay.Usage;

namespace Assay.Aws.Tests.Recordings;

public sealed class RecordingTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Directory => folder.Sub("recording");

    [Fact]
    public async Task A_replay_tells_exactly_what_the_recorded_scan_told()
    {
        var live = await RecordAsync(Scan.Request(days: 3) with
        {
            Regions = ["all"],
            OrganizationRole = "reader",
            WithBill = true,
        });

        using var recording = Recording.Open(Directory);
        var replay = await Scan.ReplayAsync(recording);

        Assert.True(live.Facts.Count > 30);
        Assert.Equal(live.Texts, replay.Texts);
        Assert.Equal(live.Receipt.Accounts, replay.Receipt.Accounts);
        Assert.Equal(live.Receipt.Regions, replay.Receipt.Regions);
        Assert.Equal(live.Receipt.Calls, replay.Receipt.Calls);
        Assert.Equal(Scan.LastDays(3), recording.Request.Window);
        Assert.Equal(Scan.Now, recording.Request.Now);
        Assert.Equal("0.1.0-test", recording.AssayVersion);
    }

    [Fact]
    public async Task What_failed_fails_again_in_the_replay()
    {
        var live = await RecordAsync(
            Scan.Request() with { Roles = ["arn:aws:iam::222222222222:role/nobody"] },
            new FaultRule { Kind = FaultKind.Deny, Operation = "ListInferenceProfiles" },
            new FaultRule { Kind = FaultKind.CloseConnection, Operation = "ListPromptRouters" });

        using var recording = Recording.Open(Directory);
        var replay = await Scan.ReplayAsync(recording);

        Assert.Equal(live.Texts, replay.Texts);
        Assert.Equal("bedrock:ListInferenceProfiles is denied", replay.Coverage("inference-profiles").Reason);
        Assert.Equal(ReadStatus.Absent, replay.Coverage("account").Status);
    }

    [Fact]
    public async Task A_zip_of_a_recording_is_a_recording()
    {
        var live = await RecordAsync(Scan.Request());
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(Directory, zip);

        using var recording = Recording.Open(zip);

        Assert.Equal(live.Texts, (await Scan.ReplayAsync(recording)).Texts);
    }

    [Fact]
    public async Task The_same_scan_records_the_same_files()
    {
        await using var aws = await FakeAwsServer.StartAsync(World());
        await Scan.OfAsync(aws, Scan.Request() with { RecordTo = Directory });
        await Scan.OfAsync(aws, Scan.Request() with { RecordTo = folder.Sub("again") });

        Assert.Equal(Contents(Directory), Contents(folder.Sub("again")));
    }

    [Fact]
    public async Task Neither_credentials_nor_what_STS_said_is_in_a_recording()
    {
        await RecordAsync(Scan.Request() with { Roles = [$"arn:aws:iam::{Other}:role/reader"], ExternalId = "half-a-secret" });

        var text = string.Concat(Contents(Directory));

        Assert.DoesNotContain(Small.KeyId, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Small.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("half-a-secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ASIA", text, StringComparison.Ordinal);
        Assert.Empty(System.IO.Directory.EnumerateFiles(Directory, "sts*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_missing_or_changed_response_is_a_gap_that_names_its_file()
    {
        await RecordAsync(Scan.Request());
        var files = System.IO.Directory.GetFiles(Directory, "*.gz", SearchOption.AllDirectories);
        var missing = files.Single(file => file.Contains("ListProvisioned", StringComparison.Ordinal));
        var changed = files.Single(file => file.Contains("ListFoundationModels", StringComparison.Ordinal));
        File.Delete(missing);
        await File.AppendAllTextAsync(changed, "x");

        using var recording = Recording.Open(Directory);
        var replay = await Scan.ReplayAsync(recording);

        AssertGap(replay, "provisioned-throughput", missing, "is missing");
        AssertGap(replay, "foundation-models", changed, "was changed");
        Assert.Equal(300, replay.Sum(Scan.LastDays(2), Small.Model, counts => counts.Input));
    }

    [Fact]
    public async Task A_response_that_was_never_recorded_is_a_gap_too()
    {
        await RecordAsync(Scan.Request());
        using var recording = Recording.Open(Directory);

        var replay = await Scan.RunAsync(
            new Scanner("0.1.0-test", recording), recording.Request with { WithBill = true });

        Assert.StartsWith("the recording has no ", replay.Coverage("bill").Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{\"schema\":\"assay.recording/1\"")]
    [InlineData("{\"schema\":\"assay.recording/9\"}")]
    [InlineData("null")]
    public async Task Without_a_manifest_that_can_be_read_there_is_no_result(string? manifest)
    {
        await RecordAsync(Scan.Request());
        File.Delete(Path.Combine(Directory, "manifest.json"));
        if (manifest is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(Directory, "manifest.json"), manifest);
        }

        var e = Assert.Throws<AssayException>(() => Recording.Open(Directory));

        Assert.Equal(ExitCode.NoResult, e.ExitCode);
        Assert.Contains("record again", e.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_zip_is_no_recording() => Assert.Equal(
        ExitCode.NoResult,
        Assert.Throws<AssayException>(() => Recording.Open(new MemoryStream("nonsense"u8.ToArray()))).ExitCode);

    [Fact]
    public async Task A_scan_that_was_cut_off_leaves_no_manifest()
    {
        await using var aws = await FakeAwsServer.StartAsync(World());
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Hang, Operation = "GetMetricData" });
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Scan.RunAsync(Scan.Scanner(aws.Endpoint), Scan.Request() with { RecordTo = Directory }, cancel.Token));

        Assert.NotEmpty(System.IO.Directory.GetFiles(Directory, "*.gz", SearchOption.AllDirectories));
        Assert.Throws<AssayException>(() => Recording.Open(Directory));
    }

    [Fact]
    public async Task A_recording_is_not_written_over_anything()
    {
        await RecordAsync(Scan.Request());

        var e = await Assert.ThrowsAsync<AssayException>(() => RecordAsync(Scan.Request()));

        Assert.Equal(ExitCode.Usage, e.ExitCode);
    }

    [Fact]
    public async Task The_manifest_says_what_and_when_and_lists_every_file()
    {
        await RecordAsync(Scan.Request());

        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Directory, "manifest.json")))!;

        Assert.Equal("assay.recording/1", (string?)manifest["schema"]);
        Assert.Equal("2026-11-23T00:00:00+00:00", (string?)manifest["clock"]);
        Assert.Equal("2026-11-21T00:00:00+00:00", (string?)manifest["window"]!["from"]);
        Assert.Equal(Scan.Account, (string?)manifest["accounts"]![0]!["id"]);
        Assert.Equal(
            System.IO.Directory.GetFiles(Directory, "*.gz", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Directory, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
            manifest["files"]!.AsArray().Select(file => (string)file!["path"]!));
    }

    public void Dispose() => folder.Dispose();

    private const string Other = "222222222222";

    private static void AssertGap(Outcome outcome, string source, string file, string how)
    {
        var coverage = outcome.Coverage(source);
        Assert.Equal(ReadStatus.Absent, coverage.Status);
        Assert.Contains(Path.GetFileName(file), coverage.Reason, StringComparison.Ordinal);
        Assert.EndsWith(how, coverage.Reason, StringComparison.Ordinal);
        Assert.Contains(outcome.Diagnostics, d => d.What == coverage.Reason);
    }

    private async Task<Outcome> RecordAsync(ScanRequest request, params FaultRule[] faults)
    {
        await using var aws = await FakeAwsServer.StartAsync(World());
        aws.Faults.Set(faults);
        return await Scan.OfAsync(aws, request with { RecordTo = Directory });
    }

    private static IReadOnlyList<string> Contents(string directory) =>
    [
        .. System.IO.Directory.GetFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => Path.GetRelativePath(directory, file) + " " + (file.EndsWith(".gz", StringComparison.Ordinal)
                ? Unpacked(file)
                : File.ReadAllText(file))),
    ];

    private static string Unpacked(string file)
    {
        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return reader.ReadToEnd();
    }

    private static World World() => new()
    {
        Clock = Scan.Now,
        Organization = new Organization { ManagementAccountId = Scan.Account },
        Accounts =
        [
            Small.Account(new RegionWorld
            {
                Metrics = [Small.Hours("Invocations", [3]), Small.Hours("InputTokenCount", [300])],
                FoundationModels = [WorldFile.Raw(new { modelId = "amazon.nova-pro-v1:0", modelArn = "a", modelName = "Nova" })],
            }),
            new Account
            {
                Id = Other,
                Name = "other",
                Roles = [new Role { Name = "reader" }],
                Regions = new Dictionary<string, RegionWorld>
                { [Scan.Region] = new() { Metrics = [Small.Hours("Invocations", [9])] } },
            },
        ],
    };
}
