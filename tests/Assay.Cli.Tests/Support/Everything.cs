using System.Text.Json;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Support;

/// <summary>
/// Two accounts with one of everything a scan can meet. Counts are the same in each hour of four days, so that what a
/// row must say can be reckoned by hand: 48 hours of the window, 48 before it.
/// </summary>
internal static class Everything
{
    public const string Account = "111122223333";
    public const string Member = "444455556666";
    public const string Key = "AKIATESTTESTTEST0001";
    public const string Secret = "everything/secret+key/0123456789abcdefXYZ";
    public const string Sonnet = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    public const string Profile = "abcd1234efgh";
    public const string Mantle = "openai.gpt-oss-120b";
    public const string Nova = "eu.amazon.nova-pro-v1:0";
    public const string Role = "reader";
    public const string Provisioned = $"arn:aws:bedrock:us-east-1:{Account}:provisioned-model/n2l0pt4xk8qz";

    private const string ProfileArn = $"arn:aws:bedrock:us-east-1:{Account}:application-inference-profile/{Profile}";
    private const int Hours = 96;

    private static JsonElement Quota { get; } = Item(new
    {
        ServiceCode = "bedrock",
        QuotaCode = "L-F4DDD3EB",
        QuotaName = "Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5",
        Value = 4_000_000,
        Adjustable = true,
    });

    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The scan that reads all of it but the member's.</summary>
    public static IReadOnlyList<string> Scan { get; } =
    [
        "scan", "--since", "2d", "--now", "2026-11-20T06:30:00Z", "--region", "us-east-1", "--region", "eu-west-1",
        "--format", "json",
    ];

    public static World World { get; } = new()
    {
        Clock = Now,
        Organization = new Organization { ManagementAccountId = Account },
        Accounts = [Payer(), MemberAccount(externalId: null), Closed()],
    };

    /// <summary>The world with the member's role asking for an external id.</summary>
    public static World WithExternalId(string id) =>
        World with { Accounts = [Payer(), MemberAccount(id), Closed()] };

    /// <summary>A generated world with what every Region of AWS has: quotas.</summary>
    public static World WithQuotas(World world) => world with
    {
        Accounts =
        [
            .. world.Accounts.Select(account => account with
            {
                Regions = account.Regions.ToDictionary(pair => pair.Key, pair => pair.Value with { Quotas = [Quota] }),
            }),
        ],
    };

    /// <summary>A shell with the key of the main account.</summary>
    public static Shell At(FakeAwsServer aws) => Shell.Bare
        .With("AWS_ENDPOINT_URL", aws.Endpoint.ToString().TrimEnd('/'))
        .With("AWS_ACCESS_KEY_ID", Key).With("AWS_SECRET_ACCESS_KEY", Secret);

    /// <summary>Scans the main account's two Regions.</summary>
    public static Task<Ran> ScanAsync(FakeAwsServer aws, params IEnumerable<string> more) =>
        At(aws).RunAsync(Scan.Concat(more));

    public static World Of(RegionWorld region) => World with
    {
        Organization = null,
        Accounts =
        [
            Payer() with
            {
                Regions = new Dictionary<string, RegionWorld> { ["us-east-1"] = region with { Quotas = [Quota] } },
            },
        ],
    };

    public static MetricSeries Series(string name, double?[] values, string modelId = Sonnet) => new()
    {
        Namespace = "AWS/Bedrock",
        Name = name,
        Dimensions = new Dictionary<string, string> { ["ModelId"] = modelId },
        Start = Now.AddHours(-values.Length),
        Values = values,
    };

    private static Account Payer() => new()
    {
        Id = Account,
        Name = "main",
        AccessKeys = [new AccessKey { Id = Key, Secret = Secret }],
        Regions = new Dictionary<string, RegionWorld>
        {
            ["us-east-1"] = East(),
            ["eu-west-1"] = new() { Metrics = [.. Hourly(Nova, 8, 6_000, 1_000, 0, 0)], Quotas = [Quota] },
            ["ap-southeast-2"] = new() { OptStatus = "DISABLED" },
        },
        CostAndUsage = new CostAndUsage { Rows = [Billed()] },
    };

    private static Account MemberAccount(string? externalId) => new()
    {
        Id = Member,
        Name = "member",
        Roles = [new Role { Name = Role, ExternalId = externalId }],
        Regions = new Dictionary<string, RegionWorld>
        {
            ["us-east-1"] = new()
            {
                Metrics = [.. Hourly("amazon.nova-pro-v1:0", 4, 2_000, 500, 0, 0)],
                Quotas = [Quota],
            },
            ["eu-west-1"] = new() { Quotas = [Quota] },
        },
    };

    private static Account Closed() => new() { Id = "777788889999", Name = "closed", Status = "SUSPENDED" };

    private static RegionWorld East() => new()
    {
        Metrics =
        [
            .. Hourly(Sonnet, 10, 20_000, 3_000, 5_000, 1_000),
            .. Hourly(Profile, 20, 10_000, 2_000, 0, 0),
            .. Hourly(Provisioned, 30, 24_000, 6_000, 0, 0),
            .. MantleSeries(new() { ["Model"] = Mantle }),
            .. MantleSeries(new() { ["Model"] = Mantle, ["Project"] = "proj-one" }),
            Beside("AWS/Bedrock/Agents", "InvocationCount", ("Operation", "InvokeInlineAgent"), ("ModelId", Sonnet)),
            Beside("AWS/Bedrock/Agents", "ModelInvocationCount", ("Operation", "InvokeInlineAgent"), ("ModelId", Sonnet)),
            Beside("AWS/Bedrock/Guardrails", "Invocations", ("GuardrailArn", Arn("guardrail/g1")), ("GuardrailVersion", "1")),
        ],
        InferenceProfiles = [ApplicationProfile()],
        Provisioned = [Throughput()],
        Tags = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            [ProfileArn] = new Dictionary<string, string> { ["team"] = "search" },
            [Provisioned] = new Dictionary<string, string> { ["team"] = "batchers" },
        },
        FoundationModels = [Item(new { modelId = "amazon.nova-pro-v1:0", modelName = "Nova Pro" })],
        CustomModels = [Item(new { modelArn = Arn("custom-model/amazon.nova-lite-v1:0/a1"), modelName = "tuned" })],
        ImportedModels = [Item(new { modelArn = Arn("imported-model/i1"), modelName = "own" })],
        Deployments =
        [
            Item(new { customModelDeploymentArn = Arn("custom-model-deployment/d1"), customModelDeploymentName = "d" }),
        ],
        Routers = [Item(new { promptRouterArn = Arn("prompt-router/r1"), promptRouterName = "r" })],
        BatchJobs = [BatchJob()],
        Logging = Item(new { s3Config = new { bucketName = "logs", keyPrefix = "p" }, textDataDeliveryEnabled = true }),
        Quotas = [Quota],
    };

    private static IEnumerable<MetricSeries> Hourly(
        string id, double calls, double input, double output, double read, double write)
    {
        foreach (var (name, value) in ((string, double)[])
            [
                ("Invocations", calls), ("InputTokenCount", input), ("OutputTokenCount", output),
                ("CacheReadInputTokenCount", read), ("CacheWriteInputTokenCount", write), ("InvocationThrottles", 1),
            ])
        {
            yield return Series(name, [.. Enumerable.Repeat<double?>(value, Hours)], id) with
            {
                SampleCount = [.. Enumerable.Repeat(calls, Hours)],
                Percentiles = new[] { "p50", "p90", "p99", "max" }.ToDictionary(each => each, _ => value / calls),
            };
        }
    }

    private static IEnumerable<MetricSeries> MantleSeries(Dictionary<string, string> dimensions)
    {
        foreach (var (name, value) in ((string, double)[])
            [("Inferences", 5), ("TotalInputTokens", 4_000), ("TotalOutputTokens", 500)])
        {
            yield return Series(name, [.. Enumerable.Repeat<double?>(value, Hours)]) with
            {
                Namespace = "AWS/BedrockMantle",
                Dimensions = dimensions,
            };
        }
    }

    private static MetricSeries Beside(string space, string name, params (string Name, string Value)[] dimensions) =>
        Series(name, [.. Enumerable.Repeat<double?>(2, Hours)]) with
        {
            Namespace = space,
            Dimensions = dimensions.ToDictionary(each => each.Name, each => each.Value),
        };

    private static JsonElement Item(object fields) => WorldFile.Raw(fields);

    private static string Arn(string resource) => $"arn:aws:bedrock:us-east-1:{Account}:{resource}";

    private static JsonElement ApplicationProfile() => Item(new
    {
        inferenceProfileName = "search-bot",
        inferenceProfileArn = ProfileArn,
        inferenceProfileId = Profile,
        type = "APPLICATION",
        status = "ACTIVE",
        models = new[] { new { modelArn = "arn:aws:bedrock:::foundation-model/" + Sonnet["us.".Length..] } },
    });

    private static JsonElement Throughput() => Item(new
    {
        provisionedModelName = "bulk",
        provisionedModelArn = Provisioned,
        modelArn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-2-lite-v1:0:256k",
        desiredModelArn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-2-lite-v1:0:256k",
        foundationModelArn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-2-lite-v1:0",
        modelUnits = 1,
        desiredModelUnits = 1,
        status = "InService",
        commitmentDuration = "OneMonth",
        commitmentExpirationTime = "2026-12-04T09:00:00Z",
        creationTime = "2026-09-04T09:00:00Z",
        lastModifiedTime = "2026-09-04T09:00:00Z",
    });

    private static JsonElement BatchJob() => Item(new
    {
        jobArn = Arn("model-invocation-job/b1"),
        jobName = "nightly",
        modelId = "amazon.nova-lite-v1:0",
        status = "Completed",
        submitTime = "2026-11-19T01:00:00Z",
        endTime = "2026-11-19T03:00:00Z",
        totalRecordCount = 100,
        processedRecordCount = 100,
        successRecordCount = 98,
        errorRecordCount = 2,
    });

    private static CostRow Billed() => new()
    {
        Start = new DateTimeOffset(2026, 11, 19, 0, 0, 0, TimeSpan.Zero),
        Dimensions = new Dictionary<string, string>
        {
            ["SERVICE"] = "Claude Sonnet 4.5 (Amazon Bedrock Edition)",
            ["USAGE_TYPE"] = "USE1-MP:USE1_InputTokenCount-Units",
            ["REGION"] = "us-east-1",
            ["LINKED_ACCOUNT"] = Account,
        },
        Metrics = new Dictionary<string, decimal> { ["UnblendedCost"] = 12.34m, ["UsageQuantity"] = 1_000m },
    };
}
