using Assay.FakeAws;

namespace Assay.Scenarios;

/// <summary>A support bot that sends twelve thousand tokens with every call and caches none of them.</summary>
internal static class SupportBot
{
    private const string Id = "111122223333";

    private static readonly string Bot = Parts.ProfileArn(Id, "us-east-1", "s9upp0rtb0t1");

    public static World World { get; } = Parts.OneAccount(
        Id, "helpdesk", new Dictionary<string, RegionWorld> { ["us-east-1"] = Region() });

    private static RegionWorld Region() => new()
    {
        Metrics = Parts.Metrics(
            Traffic.Of("support-bot", "s9upp0rtb0t1", 1_200, CallSize.Chat),
            Traffic.Of("intent", "us.anthropic.claude-haiku-4-5-20251001-v1:0", 1_200, CallSize.Label),
            new Traffic("knowledge-base", "amazon.titan-embed-text-v2:0")
            {
                CallsAtPeak = 4_000,
                InputPerCall = 480,
                OutputPerCall = 0,
                RoundTheClock = true,
            }),
        InferenceProfiles =
        [
            Parts.Profile(
                Bot, "support-bot", Parts.UnitedStates, "anthropic.claude-sonnet-4-5-20250929-v1:0"),
        ],
        Tags = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            [Bot] = new Dictionary<string, string> { ["team"] = "customer-care" },
        },
        FoundationModels =
        [
            Parts.Model("us-east-1", "anthropic.claude-sonnet-4-5-20250929-v1:0", "Claude Sonnet 4.5", "Anthropic"),
        ],
        Logging = Parts.Logging("helpdesk-bedrock-logs"),
    };
}
