using System.Text.Json;
using Assay.FakeAws;

namespace Assay.Scenarios;

/// <summary>Things of an account, as AWS lists them.</summary>
internal static class Parts
{
    public static readonly DateTimeOffset Clock = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Two windows of fourteen days, so that there is a trend.</summary>
    public const int Hours = 28 * 24;

    public static readonly DateTimeOffset From = Clock.AddHours(-Hours);

    /// <summary>Where a geo profile of the United States sends its calls.</summary>
    public static readonly string[] UnitedStates = ["us-east-1", "us-east-2", "us-west-2"];

    public static World OneAccount(
        string id, string name, IReadOnlyDictionary<string, RegionWorld> regions) => new()
        {
            Clock = Clock,
            Accounts = [Caller(id, name, regions)],
        };

    /// <summary>The account whose key the scan is given.</summary>
    public static Account Caller(string id, string name, IReadOnlyDictionary<string, RegionWorld> regions) => new()
    {
        Id = id,
        Name = name,
        AccessKeys = [new AccessKey { Id = Scenarios.OneAccount.AccessKey, Secret = Scenarios.OneAccount.Secret }],
        Regions = regions,
    };

    public static IReadOnlyList<MetricSeries> Metrics(params IEnumerable<Traffic> traffic) =>
        [.. traffic.SelectMany(each => each.Series(From, Hours))];

    public static string ProfileArn(string account, string region, string id) =>
        $"arn:aws:bedrock:{region}:{account}:application-inference-profile/{id}";

    /// <param name="regions">Destinations; an empty name is the global one.</param>
    public static JsonElement Profile(string arn, string name, string[] regions, string model) => WorldFile.Raw(new
    {
        inferenceProfileName = name,
        inferenceProfileArn = arn,
        inferenceProfileId = arn.Split('/')[1],
        type = "APPLICATION",
        status = "ACTIVE",
        createdAt = "2026-02-03T10:00:00Z",
        updatedAt = "2026-02-03T10:00:00Z",
        models = regions.Select(region => new { modelArn = $"arn:aws:bedrock:{region}::foundation-model/{model}" }),
    });

    public static JsonElement Throughput(
        string arn, string name, string model, string foundation, string? commitment, string? ends)
    {
        var region = arn.Split(':')[3];
        var fields = new Dictionary<string, object>
        {
            ["provisionedModelName"] = name,
            ["provisionedModelArn"] = arn,
            ["modelArn"] = $"arn:aws:bedrock:{region}::foundation-model/{model}",
            ["desiredModelArn"] = $"arn:aws:bedrock:{region}::foundation-model/{model}",
            ["foundationModelArn"] = $"arn:aws:bedrock:{region}::foundation-model/{foundation}",
            ["modelUnits"] = 1,
            ["desiredModelUnits"] = 1,
            ["status"] = "InService",
            ["creationTime"] = "2026-09-04T09:00:00Z",
            ["lastModifiedTime"] = "2026-09-04T09:00:00Z",
        };
        if (commitment is not null)
        {
            fields["commitmentDuration"] = commitment;
            fields["commitmentExpirationTime"] = ends!;
        }

        return WorldFile.Raw(fields);
    }

    public static JsonElement Model(string region, string id, string name, string provider) => WorldFile.Raw(new
    {
        modelArn = $"arn:aws:bedrock:{region}::foundation-model/{id}",
        modelId = id,
        modelName = name,
        providerName = provider,
        modelLifecycle = new { status = "ACTIVE" },
    });

    public static JsonElement Quota(string code, string name, double value) => WorldFile.Raw(new
    {
        ServiceCode = "bedrock",
        ServiceName = "Amazon Bedrock",
        QuotaCode = code,
        QuotaName = name,
        Value = value,
        Adjustable = true,
    });

    /// <summary>Invocation logs go to a bucket.</summary>
    public static JsonElement Logging(string bucket) => WorldFile.Raw(new
    {
        s3Config = new { bucketName = bucket, keyPrefix = "bedrock" },
        textDataDeliveryEnabled = true,
    });
}
