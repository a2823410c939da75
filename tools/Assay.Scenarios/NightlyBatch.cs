using Assay.FakeAws;

namespace Assay.Scenarios;

/// <summary>A job that makes its calls between two and three every night, on demand.</summary>
internal static class NightlyBatch
{
    private const string Id = "111122223333";

    private const string Job = "n1ghtlyt4gs0";

    public static World World { get; } = Parts.OneAccount(
        Id, "catalogue", new Dictionary<string, RegionWorld> { ["us-east-1"] = Region() });

    private static RegionWorld Region() => new()
    {
        Metrics = Parts.Metrics(
            Traffic.Of("product-tagging", Job, 118_000, CallSize.DailyJob) with { OnlyAt = [2] },
            Traffic.Of("shop-assistant", "us.amazon.nova-lite-v1:0", 300, CallSize.Chat)),
        InferenceProfiles =
        [
            Parts.Profile(
                Parts.ProfileArn(Id, "us-east-1", Job), "product-tagging", Parts.UnitedStates,
                "anthropic.claude-haiku-4-5-20251001-v1:0"),
        ],
        Tags = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            [Parts.ProfileArn(Id, "us-east-1", Job)] = new Dictionary<string, string> { ["team"] = "catalogue" },
        },
        FoundationModels =
        [
            Parts.Model("us-east-1", "anthropic.claude-haiku-4-5-20251001-v1:0", "Claude Haiku 4.5", "Anthropic"),
            Parts.Model("us-east-1", "amazon.nova-lite-v1:0", "Nova Lite", "Amazon"),
        ],
        Logging = Parts.Logging("catalogue-bedrock-logs"),
    };
}
