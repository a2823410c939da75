using Assay.Aws.Tests.Support;
using Assay.FakeAws;
using Assay.Usage;

namespace Assay.Aws.Tests.Metrics;

public sealed class KnownIdTests
{
    private const string ProfileId = "abcdef123456";
    private const string ProfileArn = $"arn:aws:bedrock:us-east-1:{Scan.Account}:application-inference-profile/{ProfileId}";
    private const string System = "us.amazon.nova-pro-v1:0";
    private const string SystemArn = $"arn:aws:bedrock:us-east-1:{Scan.Account}:inference-profile/{System}";

    [Fact]
    public async Task A_profile_that_CloudWatch_no_longer_lists_is_still_asked_for()
    {
        await using var aws = await FakeAwsServer.StartAsync(World(Quiet("ModelId", ProfileId), Quiet("ModelId", System)));

        var outcome = await Scan.OfAsync(aws, Scan.Request(days: 20));

        Assert.Equal(7, outcome.Sum(Scan.LastDays(20), ProfileId, counts => counts.Input));
        Assert.Equal(7, outcome.Sum(Scan.LastDays(20), System, counts => counts.Input));
        Assert.Contains(outcome.Facts.OfType<Fact.InferenceProfile>(), p => p is { Id: ProfileId, Tags: { Count: 1 } });
    }

    [Fact]
    public async Task System_profiles_are_only_asked_for_where_the_listing_can_miss_them()
    {
        await using var aws = await FakeAwsServer.StartAsync(World());

        await Scan.OfAsync(aws, Scan.Request(days: 7));

        // The window before begins 14 days ago and is listed too: only the application profile's id and ARN are asked for.
        Assert.All(
            aws.Calls.Where(call => call.Operation == "GetMetricData"),
            call => Assert.DoesNotContain($"\"{System}\"", call.Body, StringComparison.Ordinal));
        Assert.Contains(aws.Calls, call => call.Body?.Contains($"\"{ProfileArn}\"", StringComparison.Ordinal) == true);
    }

    private static World World(params MetricSeries[] metrics) => Small.World(new RegionWorld
    {
        Metrics = metrics,
        InferenceProfiles =
        [
            WorldFile.Raw(new
            {
                inferenceProfileId = ProfileId, inferenceProfileArn = ProfileArn, inferenceProfileName = "team-a",
                type = "APPLICATION", status = "ACTIVE",
                models = new[] { new { modelArn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0" } },
            }),
            WorldFile.Raw(new
            {
                inferenceProfileId = System, inferenceProfileArn = SystemArn, inferenceProfileName = "US Nova Pro",
                type = "SYSTEM_DEFINED", status = "ACTIVE",
                models = new[] { new { modelArn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0" } },
            }),
        ],
        Tags = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            [ProfileArn] = new Dictionary<string, string> { ["team"] = "a" },
        },
    });

    /// <summary>A series whose only data is older than two weeks.</summary>
    private static MetricSeries Quiet(string name, string value) => new()
    {
        Namespace = "AWS/Bedrock",
        Name = "InputTokenCount",
        Dimensions = new Dictionary<string, string> { [name] = value },
        Start = Scan.Now.AddDays(-18),
        Values = [7],
    };
}
