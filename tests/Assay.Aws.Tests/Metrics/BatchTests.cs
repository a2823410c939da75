using Assay.Aws.Metrics;
using Assay.Aws.Tests.Support;
using Assay.FakeAws;
using CsCheck;

namespace Assay.Aws.Tests.Metrics;

public sealed class BatchTests
{
    [Fact]
    public void Batches_cover_every_query_once_in_the_fewest_calls_that_are_one_page_each() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Int[1, 30_000]).Sample((queries, points) =>
        {
            var batches = MetricRequest.Batches(queries, points);
            var sizes = batches.Select(batch => batch.GetOffsetAndLength(queries).Length).ToList();
            var most = Math.Min(MetricRequest.MostQueries, MetricRequest.MostDatapoints / points);

            Assert.Equal(
                Enumerable.Range(0, queries), batches.SelectMany(batch => Enumerable.Range(0, queries).Take(batch)));
            Assert.All(sizes, size => Assert.InRange(size, 1, most));
            Assert.Equal((queries + most - 1) / most, batches.Count);
        });

    [Theory]
    [InlineData(24 * 14, 300)]
    [InlineData(24 * 7, 500)]
    [InlineData(60 * 24 * 14, 5)]
    [InlineData(200_000, 1)]
    public void A_call_asks_for_as_many_series_as_fit_on_a_page(int points, int series) =>
        Assert.Equal(series, MetricRequest.Batches(1000, points)[0].End.Value);

    [Fact]
    public async Task A_large_account_is_read_in_the_fewest_calls_and_every_sum_is_right()
    {
        const int models = 120;
        await using var aws = await FakeAwsServer.StartAsync(Worlds.Scaled(models, regions: 2, days: 28));
        var request = Scan.Request(days: 14) with { Regions = ["us-east-1", "us-west-2"] };

        var outcome = await Scan.OfAsync(aws, request, Scaled.Credentials);

        // Seven of the eight series of a model are read: 840 at 336 points are 3 calls. The window before has five of
        // them: 600 are 2 calls. Percentiles: 2 × 4 a model are 960 of one point: 2 calls. Twice, for two Regions.
        Assert.Equal(2 * (3 + 2 + 2), aws.Calls.Count(call => call.Operation == "GetMetricData"));
        Assert.Equal(2 * (840 + 600 + 960), outcome.Receipt.Calls.Single(c => c.Operation.Name == "GetMetricData").Metrics);
        Assert.Equal(0.048m, outcome.Receipt.ApiCost.Amount);

        // A page of ListMetrics is 500 series: 960 are 2 pages; the mantle, agents and guardrails have an empty one each.
        Assert.Equal(2 * 5, aws.Calls.Count(call => call.Operation == "ListMetrics"));
        Assert.Equal(2 * 2 * models, outcome.Series.Count());
        foreach (var model in new[] { 0, 7, models - 1 })
        {
            var expected = Scaled.Sum(aws.World, model, "InputTokenCount", request.Window);
            Assert.Equal(expected, outcome.Sum(request.Window, Worlds.ModelId(model), counts => counts.Input));
        }
    }
}
