using Assay.Aws.Tests.Support;
using Assay.Diagnostics;
using Assay.FakeAws;
using Assay.Usage;

namespace Assay.Aws.Tests.Metrics;

public sealed class PercentileAndDemandTests
{
    private const string Provisioned = $"arn:aws:bedrock:us-east-1:{Scan.Account}:provisioned-model/abc123";

    [Fact]
    public async Task Percentiles_are_one_value_over_the_whole_window()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(
            Small.Hours("Invocations", [3, 3]),
            Small.Hours("OutputTokenCount", [300, 300]) with
            {
                Percentiles = new Dictionary<string, double>
                { ["p50"] = 90, ["p90"] = 180.5, ["p99"] = 250.25, ["max"] = 260 },
            }));

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        var distribution = Assert.Single(outcome.Facts.OfType<Fact.Distribution>());
        Assert.Equal("OutputTokenCount", distribution.Metric);
        Assert.Equal(Scan.LastDays(2), distribution.Window);
        Assert.Equal((90m, 180.5m, 250.25m, 260m), (distribution.P50, distribution.P90, distribution.P99, distribution.Max));
    }

    [Fact]
    public async Task A_model_that_was_not_called_has_no_percentiles()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(
            Small.Hours("Invocations", [0, 0]), Small.Hours("OutputTokenCount", [0, 0])));

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Empty(outcome.Facts.OfType<Fact.Distribution>());
        Assert.Equal(ReadStatus.Complete, outcome.Coverage("cloudwatch-percentiles").Status);
    }

    [Fact]
    public async Task Refused_percentiles_cost_one_retry_and_one_line_and_no_sums()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(
            Small.Hours("Invocations", [3]), Small.Hours("OutputTokenCount", [300])));
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Error500, Operation = "GetMetricData", After = 2 });

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal(300, outcome.Sum(Scan.LastDays(2), Small.Model, counts => counts.Output));
        Assert.Equal(ReadStatus.Partial, outcome.Coverage("cloudwatch-percentiles").Status);
        Assert.Equal(4, aws.Calls.Count(call => call.Operation == "GetMetricData"));
    }

    [Fact]
    public async Task Provisioned_models_alone_are_read_by_the_minute()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(new RegionWorld
        {
            Metrics =
            [
                Small.Hours("Invocations", [60], ("ModelId", Provisioned)),
                Small.Hours("InputTokenCount", [6000], ("ModelId", Provisioned)),
                Small.Hours("InputTokenCount", [600]),
            ],
            Provisioned =
            [
                WorldFile.Raw(new
                {
                    provisionedModelName = "pt", provisionedModelArn = Provisioned,
                    modelArn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0",
                    desiredModelArn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0",
                    foundationModelArn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0",
                    modelUnits = 2, desiredModelUnits = 2, status = "InService", commitmentDuration = "OneMonth",
                    commitmentExpirationTime = "2026-12-01T00:00:00Z", creationTime = "2026-11-01T00:00:00Z",
                    lastModifiedTime = "2026-11-01T00:00:00Z",
                }),
            ],
        }));

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        var more = await Scan.OfAsync(aws, Scan.Request() with { WithMinutes = true });
        Assert.Equal(2, more.Facts.OfType<Fact.Demand>().Count());
        Assert.Equal(600, more.Facts.OfType<Fact.Demand>().Single(each => each.Meter.ModelId != Provisioned).Points.Sum(point => point.Counts.Input));

        var demand = Assert.Single(outcome.Facts.OfType<Fact.Demand>());
        Assert.Equal(Provisioned, demand.Meter.ModelId);
        Assert.Equal(60, demand.Points.Count);
        Assert.Equal(6000, demand.Points.Sum(point => point.Counts.Input));
        var model = Assert.Single(outcome.Facts.OfType<Fact.ProvisionedModel>());
        Assert.Equal((2, "OneMonth"), (model.ModelUnits, model.Commitment));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), model.CommitmentEnds);
    }
}
