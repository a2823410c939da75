using System.Text.Json;
using Assay.Aws.Tests.Support;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Tests.Outside;

public sealed class MotoTests
{
    private const string Other = "222222222222";

    [Fact]
    public async Task Two_accounts_and_two_Regions_of_moto_add_up_to_what_Python_put_there()
    {
        using var moto = await Moto.StartAsync();
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 3600 * 3600);
        var sums = JsonSerializer.Deserialize<Dictionary<string, long>>(
            await Python.RunAsync("moto_metrics.py", "boto3", "", moto.Endpoint.ToString(), now.ToString("O"), Other))!;
        using var folder = new TempFolder();
        var request = new ScanRequest(new Window(now.AddDays(-2), now), now)
        {
            Regions = ["us-east-1", "eu-west-1"],
            Roles = [$"arn:aws:iam::{Other}:role/reader"],
            RecordTo = folder.Sub("recording"),
        };

        var outcome = await Scan.RunAsync(Scan.Scanner(moto.Endpoint), request);

        Assert.Equal(["123456789012", Other], outcome.Receipt.Accounts.Select(account => account.Id));
        Assert.Equal(sums.OrderBy(pair => pair.Key, StringComparer.Ordinal), Sums(outcome, request.Window));
        using var recording = Recording.Open(folder.Sub("recording"));
        Assert.Equal(outcome.Texts, (await Scan.ReplayAsync(recording)).Texts);

        // Moto answers 500 to percentiles and to most of the control plane: each is one line, and the sums stand.
        var coverage = outcome.Facts.OfType<Fact.Read>().Select(read => read.Coverage).ToList();
        Assert.Equal(4, coverage.Count(c => c is { Source: "cloudwatch-percentiles", Status: ReadStatus.Partial }));
        Assert.Equal(4, coverage.Count(c => c is { Source: "provisioned-throughput", Status: ReadStatus.Absent }));
        Assert.Equal(4, coverage.Count(c => c is { Source: "cloudwatch-metrics", Status: ReadStatus.Complete }));
    }

    private static SortedDictionary<string, long> Sums(Outcome outcome, Window window)
    {
        var sums = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var series in outcome.Series)
        {
            foreach (var (_, counts) in series.Points.Where(point => window.Contains(point.Start)))
            {
                Add(series.Meter, "Invocations", counts.Invocations);
                Add(series.Meter, "InputTokenCount", counts.Input);
                Add(series.Meter, "OutputTokenCount", counts.Output);
                Add(series.Meter, "CacheReadInputTokens", counts.CacheRead);
                Add(series.Meter, "InvocationThrottles", counts.Throttles);
            }
        }

        return sums;

        void Add(Meter meter, string metric, long? value)
        {
            var key = $"{meter.Account} {meter.Region} {meter.ModelId} {metric}";
            sums[key] = sums.GetValueOrDefault(key) + value!.Value;
        }
    }
}
