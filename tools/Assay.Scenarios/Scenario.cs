using Assay.FakeAws;

namespace Assay.Scenarios;

/// <summary>A bundled account: its folder, what is in it, and how it is scanned.</summary>
internal sealed record Scenario(string Name, World World, IReadOnlyList<string> Scan)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("frontier-classifier", FrontierClassifier.World, InRegions("us-east-1")),
        new("idle-throughput", IdleThroughput.World, InRegions("us-east-1", "us-west-2")),
        new(
            "mixed-organization",
            MixedOrganization.World,
            [.. InRegions(MixedOrganization.Regions), "--organization", MixedOrganization.Role]),
        new("nightly-batch", NightlyBatch.World, InRegions("us-east-1")),
        new("one-account", OneAccount.World, InRegions("us-east-1", "us-west-2")),
        new("split-cache", SplitCache.World, InRegions(SplitCache.Regions)),
        new("support-bot", SupportBot.World, InRegions("us-east-1")),
    ];

    public static IReadOnlyList<string> InRegions(params IEnumerable<string> regions) =>
        [.. regions.SelectMany(region => (string[])["--region", region])];
}
