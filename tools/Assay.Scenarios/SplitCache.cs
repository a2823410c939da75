using Assay.FakeAws;

namespace Assay.Scenarios;

/// <summary>An assistant whose calls are dealt to four Regions in turn, each with a cache of its own.</summary>
internal static class SplitCache
{
    public static readonly string[] Regions = ["us-east-1", "us-east-2", "us-west-1", "us-west-2"];

    private const string Model = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    public static World World { get; } = Parts.OneAccount(
        "111122223333", "assistant", Regions.ToDictionary(region => region, Region));

    private static RegionWorld Region(string region) => new()
    {
        Metrics = Parts.Metrics(
            Traffic.Of("assistant " + region, Model, 400, CallSize.Chat, CacheShares.ChatOverFourRegions)),
        FoundationModels =
        [
            Parts.Model(region, "anthropic.claude-sonnet-4-5-20250929-v1:0", "Claude Sonnet 4.5", "Anthropic"),
        ],
        Logging = Parts.Logging("assistant-bedrock-logs"),
    };
}
