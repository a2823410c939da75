using Assay.FakeAws;

namespace Assay.Scenarios;

/// <summary>Two commitments to Provisioned Throughput that nobody calls any more.</summary>
internal static class IdleThroughput
{
    private const string Id = "111122223333";

    private static readonly string Rewrite = $"arn:aws:bedrock:us-west-2:{Id}:provisioned-model/r3wr1t3pt001";

    private static readonly string Search = $"arn:aws:bedrock:us-east-1:{Id}:provisioned-model/s3archpt0001";

    public static World World { get; } = Parts.OneAccount(
        Id,
        "search",
        new Dictionary<string, RegionWorld> { ["us-east-1"] = East(), ["us-west-2"] = West() });

    /// <summary>What took the place of the two: calls on demand.</summary>
    private static RegionWorld East() => new()
    {
        Metrics = Parts.Metrics(
            Traffic.Of("query-rewrite", "us.anthropic.claude-haiku-4-5-20251001-v1:0", 2_500, CallSize.Label),
            new Traffic("embedding", "amazon.titan-embed-text-v2:0")
            {
                CallsAtPeak = 9_000,
                InputPerCall = 480,
                OutputPerCall = 0,
                RoundTheClock = true,
            }),
        Provisioned =
        [
            Parts.Throughput(
                Search, "search-embeddings", "cohere.embed-english-v3:0:512", "cohere.embed-english-v3",
                "OneMonth", "2026-12-04T09:00:00Z"),
        ],
        Tags = Team(Search),
        FoundationModels = [Parts.Model("us-east-1", "cohere.embed-english-v3", "Embed English", "Cohere")],
        Logging = Parts.Logging("search-bedrock-logs"),
    };

    private static RegionWorld West() => new()
    {
        Provisioned =
        [
            Parts.Throughput(
                Rewrite, "query-rewrite-llama", "meta.llama3-1-70b-instruct-v1:0:128k",
                "meta.llama3-1-70b-instruct-v1:0", "SixMonths", "2027-03-04T09:00:00Z"),
        ],
        Tags = Team(Rewrite),
        FoundationModels =
        [
            Parts.Model("us-west-2", "meta.llama3-1-70b-instruct-v1:0", "Llama 3.1 70B Instruct", "Meta"),
        ],
        Logging = Parts.Logging("search-bedrock-logs"),
    };

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Team(string arn) =>
        new() { [arn] = new Dictionary<string, string> { ["team"] = "search" } };
}
