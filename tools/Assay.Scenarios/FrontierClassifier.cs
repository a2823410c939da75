using Assay.FakeAws;

namespace Assay.Scenarios;

/// <summary>A frontier model that sorts tickets and answers with a label.</summary>
internal static class FrontierClassifier
{
    private const string Id = "111122223333";

    private const string Tickets = "t1cketr0ut1n";

    public static World World { get; } = Parts.OneAccount(
        Id, "operations", new Dictionary<string, RegionWorld> { ["us-east-1"] = Region() });

    private static RegionWorld Region() => new()
    {
        Metrics = Parts.Metrics(
            Traffic.Of("ticket-routing", Tickets, 4_000, CallSize.Label),
            Traffic.Of("drafts", "us.anthropic.claude-haiku-4-5-20251001-v1:0", 60, CallSize.Chat)),
        InferenceProfiles =
        [
            Parts.Profile(
                Parts.ProfileArn(Id, "us-east-1", Tickets), "ticket-routing", Parts.UnitedStates,
                "anthropic.claude-opus-4-8"),
        ],
        Tags = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            [Parts.ProfileArn(Id, "us-east-1", Tickets)] =
                new Dictionary<string, string> { ["team"] = "service-desk" },
        },
        FoundationModels = [Parts.Model("us-east-1", "anthropic.claude-opus-4-8", "Claude Opus 4.8", "Anthropic")],
        Logging = Parts.Logging("operations-bedrock-logs"),
    };
}
