using System.Text.Json;
using Assay.FakeAws;

namespace Assay.Scenarios;

/// <summary>
/// One account in two Regions that fires seven levers and holds a model that no price book knows yet. Token
/// sizes are of the kinds that public traces show: chat prompts of some thousand tokens, agents of tens of thousands.
/// </summary>
internal static class OneAccount
{
    public const string Id = "210987654321";

    public const string AccessKey = "AKIASCENARIO00000001";

    public const string Secret = "scenario-secret-that-opens-nothing";

    private const string Support = "k3v9q2m7x1ab";

    private const string Agent = "p8d4z6n0c5ef";

    private const string Summaries = "t1w7r5j9h3gk";

    private static readonly string Provisioned = $"arn:aws:bedrock:us-east-1:{Id}:provisioned-model/n2l0pt4xk8qz";

    private static readonly string Idle = $"arn:aws:bedrock:us-west-2:{Id}:provisioned-model/l31pt7vw2m9d";

    public static World World { get; } = new()
    {
        Clock = Parts.Clock,
        Accounts =
        [
            new Account
            {
                Id = Id,
                Name = "retail",
                AccessKeys = [new AccessKey { Id = AccessKey, Secret = Secret }],
                Regions = new Dictionary<string, RegionWorld> { ["us-east-1"] = East(), ["us-west-2"] = West() },
            },
        ],
    };

    private static RegionWorld East() => new()
    {
        Metrics =
        [
            .. Parts.Metrics(EastTraffic()),
            .. Mantle.Series("openai.gpt-oss-120b", "proj-evaluation", 140, 3_100, 640),
        ],
        InferenceProfiles = EastProfiles(),
        Provisioned =
        [
            Parts.Throughput(
                Provisioned,
                "search-rewrite",
                "amazon.nova-2-lite-v1:0:256k",
                "amazon.nova-2-lite-v1:0",
                "OneMonth",
                "2026-12-04T09:00:00Z"),
        ],
        Tags = EastTags(),
        FoundationModels =
        [
            Parts.Model("us-east-1", "anthropic.claude-sonnet-4-5-20250929-v1:0", "Claude Sonnet 4.5", "Anthropic"),
            Parts.Model("us-east-1", "amazon.nova-pro-v1:0", "Nova Pro", "Amazon"),
        ],
        BatchJobs = [NightlyTagging()],
        Quotas =
        [
            Parts.Quota(
                "L-F4DDD3EB",
                "Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5",
                4_000_000),
        ],
    };

    private static JsonElement[] EastProfiles() =>
    [
        Profile(
            Support,
            "support-bot",
            ["us-east-1", "us-east-2", "us-west-2"],
            "anthropic.claude-sonnet-4-5-20250929-v1:0"),
        Profile(Agent, "research-agent", [""], "anthropic.claude-sonnet-4-6"),
        Profile(
            Summaries,
            "call-summaries",
            ["us-east-1", "us-east-2", "us-west-2"],
            "anthropic.claude-haiku-4-5-20251001-v1:0"),
    ];

    private static Dictionary<string, IReadOnlyDictionary<string, string>> EastTags() => new()
    {
        [Arn(Support)] = new Dictionary<string, string>
        {
            ["team"] = "customer-care",
            ["environment"] = "production",
        },
        [Arn(Agent)] = new Dictionary<string, string> { ["team"] = "research" },
        [Provisioned] = new Dictionary<string, string> { ["team"] = "search" },
    };

    private static JsonElement NightlyTagging() => WorldFile.Raw(new
    {
        jobArn = $"arn:aws:bedrock:us-east-1:{Id}:model-invocation-job/b4tch0000001",
        jobName = "nightly-tagging",
        modelId = "amazon.nova-lite-v1:0",
        roleArn = $"arn:aws:iam::{Id}:role/batch",
        status = "Completed",
        submitTime = "2026-11-20T01:00:00Z",
        lastModifiedTime = "2026-11-20T03:10:00Z",
        endTime = "2026-11-20T03:10:00Z",
        totalRecordCount = 48_000,
        processedRecordCount = 48_000,
        successRecordCount = 47_912,
        errorRecordCount = 88,
        inputDataConfig = new { s3InputDataConfig = new { s3Uri = "s3://retail-batch/in/" } },
        outputDataConfig = new { s3OutputDataConfig = new { s3Uri = "s3://retail-batch/out/" } },
    });

    private static IEnumerable<Traffic> EastTraffic() =>
    [
        new("support-bot", Support)
        {
            CallsAtPeak = 1_900, InputPerCall = 11_800, OutputPerCall = 310, DailyGrowth = 0.012,
            OutputPercentiles = Percentiles(260, 560, 910, 2_100),
        },
        new("research-agent", Agent)
        {
            CallsAtPeak = 420, InputPerCall = 1_900, OutputPerCall = 520,
            CacheReadPerCall = 38_000, CacheWritePerCall = 3_900,
            RoundTheClock = true, OutputPercentiles = Percentiles(380, 1_100, 2_600, 9_400),
        },
        new("call-summaries", Summaries)
        {
            CallsAtPeak = 1_300, InputPerCall = 2_600, OutputPerCall = 1_240,
            OutputPercentiles = Percentiles(1_090, 2_050, 3_000, 8_192),
        },
        new("ticket-routing", "us.anthropic.claude-opus-4-5-20251101-v1:0")
        {
            CallsAtPeak = 1_500, InputPerCall = 1_450, OutputPerCall = 14, ThrottleShare = 0.03,
            OutputPercentiles = Percentiles(12, 20, 34, 60),
        },
        new("report-writer", "us.anthropic.claude-haiku-4-5-20251001-v1:0")
        {
            CallsAtPeak = 260, InputPerCall = 700, OutputPerCall = 390,
            CacheReadPerCall = 600, CacheWritePerCall = 6_400,
            OutputPercentiles = Percentiles(340, 700, 980, 1_500),
        },
        .. SearchTraffic(),
        new("pilot", "us.anthropic.claude-saga-6-v1:0")
        {
            CallsAtPeak = 90, InputPerCall = 5_200, OutputPerCall = 700,
            OutputPercentiles = Percentiles(600, 1_300, 2_400, 4_096),
        },
    ];

    private static Traffic[] SearchTraffic() =>
    [
        new("search-on-demand", "us.amazon.nova-2-lite-v1:0")
        {
            CallsAtPeak = 2_400, InputPerCall = 820, OutputPerCall = 90,
            OutputPercentiles = Percentiles(80, 140, 220, 400),
        },
        new("search-provisioned", Provisioned)
        {
            CallsAtPeak = 5_200, InputPerCall = 820, OutputPerCall = 90, RoundTheClock = true,
            OutputPercentiles = Percentiles(80, 140, 220, 400),
        },
        new("catalogue-embedding", "amazon.titan-embed-text-v2:0")
        {
            CallsAtPeak = 9_000, InputPerCall = 480, OutputPerCall = 0, RoundTheClock = true,
        },
    ];

    private static RegionWorld West() => new()
    {
        Metrics =
        [
            .. new Traffic("moderation", "amazon.nova-lite-v1:0")
            {
                CallsAtPeak = 6_000, InputPerCall = 610, OutputPerCall = 22, RoundTheClock = true,
                OutputPercentiles = Percentiles(20, 30, 44, 80),
            }.Series(Parts.From, Parts.Hours),
        ],
        Provisioned =
        [
            Parts.Throughput(
                Idle,
                "translation-pilot",
                "meta.llama3-1-70b-instruct-v1:0:128k",
                "meta.llama3-1-70b-instruct-v1:0",
                commitment: null,
                ends: null),
        ],
        FoundationModels = [Parts.Model("us-west-2", "amazon.nova-lite-v1:0", "Nova Lite", "Amazon")],
        Quotas =
        [
            Parts.Quota(
                "L-58BE175A",
                "Cross-region model inference tokens per minute for Anthropic Claude Haiku 4.5",
                5_000_000),
        ],
        Logging = WorldFile.Raw(new
        {
            s3Config = new { bucketName = "retail-bedrock-logs", keyPrefix = "us-west-2" },
            textDataDeliveryEnabled = true,
        }),
    };

    private static Dictionary<string, double> Percentiles(double p50, double p90, double p99, double max) =>
        CallSize.Percentiles(p50, p90, p99, max);

    private static string Arn(string profile) => Parts.ProfileArn(Id, "us-east-1", profile);

    /// <param name="regions">Destinations; an empty name is the global one.</param>
    private static JsonElement Profile(string id, string name, string[] regions, string model) =>
        Parts.Profile(Arn(id), name, regions, model);
}
