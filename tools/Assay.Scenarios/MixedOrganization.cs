using Assay.FakeAws;

namespace Assay.Scenarios;

/// <summary>
/// Three accounts of one organization in four Regions: a bot without a cache, a frontier model that routes tickets,
/// idle capacity, a nightly job, an agent that caches well, traffic of bedrock-mantle, a model without a price, and a
/// Region that a policy of the organization denies to one account.
/// </summary>
internal static class MixedOrganization
{
    public const string Role = "assay-reader";

    public static readonly string[] Regions = ["us-east-1", "us-west-2", "eu-west-1", "ap-southeast-2"];

    private const string Production = "111122223333";

    private const string Engineering = "444455556666";

    private const string Research = "777788889999";

    private const string Bot = "s9upp0rtb0t1";

    private const string Agent = "c0d1ngag3nt1";

    private const string Job = "d0cs1nd3x001";

    private static readonly string Idle =
        $"arn:aws:bedrock:us-west-2:{Production}:provisioned-model/s3archpt0001";

    private static readonly Traffic Drafts =
        Traffic.Of("mail-drafts", "au.anthropic.claude-haiku-4-5-20251001-v1:0", 150, CallSize.Chat);

    private static readonly Traffic Pilot =
        Traffic.Of("pilot", "us.anthropic.claude-saga-6-v1:0", 90, CallSize.Chat);

    public static World World { get; } = new()
    {
        Clock = Parts.Clock,
        Organization = new Organization { ManagementAccountId = Production },
        Accounts =
        [
            Parts.Caller(Production, "production", new Dictionary<string, RegionWorld>
            {
                ["us-east-1"] = ProductionEast(),
                ["us-west-2"] = ProductionWest(),
                ["ap-southeast-2"] = ProductionSydney(),
            }),
            Member(Engineering, "engineering", "eu-west-1", EngineeringIreland()),
            Member(Research, "research", "us-east-1", ResearchEast()),
        ],
        Faults = [new FaultRule { Kind = FaultKind.Deny, Account = Research, Region = "ap-southeast-2" }],
    };

    private static Account Member(string id, string name, string region, RegionWorld world) => new()
    {
        Id = id,
        Name = name,
        Roles = [new Role { Name = Role, TrustedAccounts = [Production] }],
        Regions = new Dictionary<string, RegionWorld> { [region] = world },
    };

    private static RegionWorld ProductionEast() => new()
    {
        Metrics = Parts.Metrics(
            Traffic.Of("support-bot", Bot, 1_500, CallSize.Chat) with { DailyGrowth = 0.012 },
            Traffic.Of("ticket-routing", "us.anthropic.claude-opus-4-8", 2_400, CallSize.Label) with
            {
                ThrottleShare = 0.02,
            }),
        InferenceProfiles =
        [
            Parts.Profile(
                Parts.ProfileArn(Production, "us-east-1", Bot), "support-bot", Parts.UnitedStates,
                "anthropic.claude-sonnet-4-5-20250929-v1:0"),
        ],
        Tags = Team(Parts.ProfileArn(Production, "us-east-1", Bot), "customer-care"),
        FoundationModels =
        [
            Parts.Model("us-east-1", "anthropic.claude-sonnet-4-5-20250929-v1:0", "Claude Sonnet 4.5", "Anthropic"),
            Parts.Model("us-east-1", "anthropic.claude-opus-4-8", "Claude Opus 4.8", "Anthropic"),
        ],
        Quotas =
        [
            Parts.Quota(
                "L-F4DDD3EB", "Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5",
                4_000_000),
        ],
        Logging = Parts.Logging("production-bedrock-logs"),
    };

    private static RegionWorld ProductionWest() => new()
    {
        Metrics = Parts.Metrics(new Traffic("moderation", "amazon.nova-lite-v1:0")
        {
            CallsAtPeak = 6_000,
            InputPerCall = CallSize.Label.Input,
            OutputPerCall = CallSize.Label.Output,
            InputPercentiles = CallSize.Label.InputPercentiles,
            OutputPercentiles = CallSize.Label.OutputPercentiles,
            RoundTheClock = true,
        }),
        Provisioned =
        [
            Parts.Throughput(
                Idle, "translation-pilot", "meta.llama3-2-3b-instruct-v1:0:128k", "meta.llama3-2-3b-instruct-v1:0",
                "OneMonth", "2026-12-04T09:00:00Z"),
        ],
        Tags = Team(Idle, "localisation"),
        FoundationModels =
        [
            Parts.Model("us-west-2", "meta.llama3-2-3b-instruct-v1:0", "Llama 3.2 3B Instruct", "Meta"),
        ],
        Logging = Parts.Logging("production-bedrock-logs"),
    };

    private static RegionWorld ProductionSydney() => new()
    {
        Metrics =
        [
            .. Parts.Metrics(Drafts),
            .. Beside.Guardrail(Drafts, Guardrail("gr4n0pii0001"), 54),
            .. Beside.Guardrail(Drafts, Guardrail("gr4nt0p1c001"), 54),
        ],
        Logging = Parts.Logging("production-bedrock-logs"),
    };

    private static RegionWorld EngineeringIreland() => new()
    {
        Metrics = Parts.Metrics(
            Traffic.Of("coding-agent", Agent, 260, CallSize.Agent, CacheShares.Agent),
            Traffic.Of("docs-index", Job, 118_000, CallSize.DailyJob) with { OnlyAt = [2] }),
        InferenceProfiles =
        [
            Parts.Profile(
                Parts.ProfileArn(Engineering, "eu-west-1", Agent), "coding-agent", [""],
                "anthropic.claude-opus-4-6-v1"),
            Parts.Profile(
                Parts.ProfileArn(Engineering, "eu-west-1", Job), "docs-index", ["eu-west-1", "eu-central-1"],
                "anthropic.claude-haiku-4-5-20251001-v1:0"),
        ],
        Tags = Team(Parts.ProfileArn(Engineering, "eu-west-1", Agent), "developer-experience"),
        FoundationModels =
        [
            Parts.Model("eu-west-1", "anthropic.claude-opus-4-6-v1", "Claude Opus 4.6", "Anthropic"),
        ],
    };

    private static RegionWorld ResearchEast() => new()
    {
        Metrics =
        [
            .. Parts.Metrics(Pilot),
            .. Beside.Agent(Pilot, $"arn:aws:bedrock:us-east-1:{Research}:agent-alias/P1L0TAGENT/PR0D000001", 14),
            .. Mantle.Series("openai.gpt-oss-120b", "proj-evaluation", 1_400, 3_100, 640),
            .. Mantle.Series("qwen.qwen3-32b", project: null, 900, CallSize.Chat.Input, CallSize.Chat.Output),
        ],
    };

    private static string Guardrail(string id) => $"arn:aws:bedrock:ap-southeast-2:{Production}:guardrail/{id}";

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Team(string arn, string team) =>
        new() { [arn] = new Dictionary<string, string> { ["team"] = team } };
}
