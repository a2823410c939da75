using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Assay.Cli.Tests.Ingesting;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Moto;

/// <summary>Logs in an S3 and a CloudWatch Logs that others wrote give the rows of the folder.</summary>
public sealed class LogTests : IDisposable
{
    private const string Example = "../shared/data/invocation-logs/record-examples/";

    private readonly TempFolder folder = new();

    private string Ledger => folder.Sub("aws.duckdb");

    private string Local => folder.Sub("local.duckdb");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_bucket_gives_the_same_query_results_as_the_folder()
    {
        var logs = Shared("../shared/data/invocation-logs/airline-agent");
        using var moto = await MotoServer.StartAsync();
        await Python.RunAsync("moto_logs.py", "boto3", moto.Endpoint, "airline", logs);

        var ran = (await IngestAsync(moto, "s3://airline")).EndsWith(0);

        Assert.Equal(1_229, BucketTests.Counts(ran).Kept);
        await AgreeAsync(logs);
    }

    [Fact]
    public async Task Pages_of_1_500_objects_are_all_read()
    {
        for (var i = 0; i < 1_500; i++)
        {
            var path = folder.Sub("many/" + LogWorld.Key(i % 24, $"{i}.json"));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, LogWorld.Lines(i, 1));
        }

        using var moto = await MotoServer.StartAsync();
        await Python.RunAsync("moto_logs.py", "boto3", moto.Endpoint, "many", folder.Sub("many"));

        Assert.Equal((1_500, 0, 1_500), BucketTests.Counts((await IngestAsync(moto, "s3://many/p")).EndsWith(0)));
        await AgreeAsync(folder.Sub("many"));
    }

    /// <summary>The record names a bucket; its bodies are in it, or lie beside a copy of the record in another one.</summary>
    [Theory]
    [InlineData("acme-bedrock-logs")]
    [InlineData("copies-of-logs")]
    public async Task Bodies_that_were_moved_out_of_their_record_are_read_from_the_bucket(string bucket)
    {
        var record = JsonDocument.Parse(await File.ReadAllTextAsync(Shared(Example + "09-conversestream-overflow-s3.json"))).RootElement;
        var hour = folder.Sub("all/bedrock/AWSLogs/123456789012/BedrockModelInvocationLogs/us-east-1/2026/11/02/13/");
        Directory.CreateDirectory(hour + "data");
        await PackAsync(hour + "a.json.gz", JsonSerializer.Serialize(record) + "\n");
        await PackAsync(
            hour + "data/" + Name(record.GetProperty("input").GetProperty("inputBodyS3Path")),
            "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"" + new string('x', 200_000) + "\"}]}]}");
        await PackAsync(
            hour + "data/" + Name(record.GetProperty("output").GetProperty("outputBodyS3Path")),
            await File.ReadAllTextAsync(Shared(Example + "09-sidecar-output-body.json")));
        using var moto = await MotoServer.StartAsync();
        await Python.RunAsync("moto_logs.py", "boto3", moto.Endpoint, bucket, folder.Sub("all"));

        var ran = (await IngestAsync(moto, $"s3://{bucket}/bedrock/", "-v")).EndsWith(0);

        Assert.Equal((1, 0, 1), BucketTests.Counts(ran));
        Assert.Equal("", ran.Error);
        var shape = await Shell.Bare.RunAsync(
            "sql", "--ledger", Ledger, "--format", "csv", "select leaf is null, stop, latency_ms from calls");
        Assert.EndsWith("false,end_turn,402117", shape.Out.Trim(), StringComparison.Ordinal);
        await AgreeAsync(folder.Sub("all"));
    }

    [Fact]
    public async Task A_log_group_gives_the_same_query_results_as_a_file()
    {
        var now = TimeProvider.System.GetUtcNow();
        var lines = Enumerable.Range(0, 1_200).Select(id => LogWorld.Record(
            id, now.AddHours(-30).AddSeconds(id).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
        Directory.CreateDirectory(folder.Sub("events"));
        await File.WriteAllLinesAsync(folder.Sub("events/a.jsonl"), lines);
        using var moto = await MotoServer.StartAsync();
        await Python.RunAsync(
            "moto_logs.py", "boto3", moto.Endpoint, "logs", folder.Sub("events"), LogWorld.Group, folder.Sub("events/a.jsonl"));

        var ran = (await IngestAsync(moto, "logs://" + LogWorld.Group)).EndsWith(0);

        Assert.Equal(1_200, BucketTests.Counts(ran).Kept);
        await AgreeAsync(folder.Sub("events"));
    }

    private static string Shared(string path)
    {
        var full = Repository.At(path);
        Assert.SkipUnless(Path.Exists(full), "the shared logs are not beside this repository");
        return full;
    }

    private static string Name(JsonElement uri) => uri.GetString()!.Split('/')[^1];

    private static async Task PackAsync(string path, string text)
    {
        await using var file = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        await file.WriteAsync(text);
    }

    private Task<Ran> IngestAsync(MotoServer moto, params IEnumerable<string> arguments) =>
        Shell.Bare.With("AWS_ENDPOINT_URL", moto.Endpoint).With("AWS_REGION", "us-east-1")
            .With("AWS_ACCESS_KEY_ID", "AKIATESTTESTTEST0001").With("AWS_SECRET_ACCESS_KEY", "any")
            .RunAsync(["ingest", "--ledger", Ledger, "--format", "json", .. arguments]);

    private async Task AgreeAsync(string path)
    {
        (await Shell.Bare.RunAsync("ingest", "--ledger", Local, path)).EndsWith(0);
        Assert.Equal(await LogWorld.RowsAsync(Local), await LogWorld.RowsAsync(Ledger));
    }
}
