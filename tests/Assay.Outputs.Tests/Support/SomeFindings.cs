using Assay.Findings;
using Assay.Reports;
using Assay.Units;

namespace Assay.Outputs.Support;

internal static class SomeFindings
{
    public static Finding Finding(
        string title = "94 % of the prompt of checkout-bot repeats within 5 minutes and is not cached.",
        Saving? saving = null,
        Severity severity = Severity.High,
        string? lever = "prompt-caching",
        string check = "cache-read-rate-low") =>
        new(
            $"{check}:{Some.Account}:us-east-1:a1b2c3d4e5f6", lever, check, severity,
            new Subject(Some.Account, "us-east-1", "a1b2c3d4e5f6"), title,
            "1,204,331 calls share a prefix of 3,412 tokens; 61 % of them come within 5 minutes of the one before.",
            saving,
            new Remedy(
                "Put a cachePoint after the system prompt of checkout-bot.\nKeep the date out of it.",
                [new Snippet(
                    "python", "system=[\n    {\"text\": SYSTEM},\n    {\"cachePoint\": {\"type\": \"default\"}},\n]")]),
            "assay replay --ledger ledger.duckdb --lever prompt-caching:mode=placed,points=system,ttl=5m");

    public static Saving Saving(
        decimal expected, decimal low, decimal high, Evidence evidence, decimal? alone = null) =>
        new(
            new UsdRange(new(alone ?? low), new(alone ?? expected), new(alone ?? high)),
            new UsdRange(new(low), new(expected), new(high)),
            AvailableFrom: null, evidence, ["the traffic of the window repeats"]);

    public static IReadOnlyList<Finding> All() =>
    [
        Finding(saving: Saving(4_120.30m, 3_300m, 4_600m, Evidence.Bounded)),
        Finding(
            "llama-chat-prod used 7 % of its 1 model unit and could go on demand.",
            Saving(3_689.00m, 2_200m, 5_200m, Evidence.Measured) with
            {
                AvailableFrom = new(2027, 2, 1, 0, 0, 0, TimeSpan.Zero),
            },
            lever: "provisioned-throughput", check: "provisioned-idle"),
        Finding(
            "Answers of Claude Sonnet 4.5 are 4.1 times as long as the longest that was used; "
                + "a cap of 800 tokens touches 3 % of them.",
            Saving(1_211.25m, 620m, 1_680m, Evidence.Assumed, alone: 1_404.5m), Severity.Medium, "output-cap",
                "output-long"),
        Finding(
            "1 imported model has no price, 48.3M tokens are not in the sum.", null, Severity.Medium, null,
                "unpriced-model"),
        Finding("842 calls were throttled in us-east-1.", null, Severity.Low, null, "throttles") with
        {
            ConcernsUsd = new(1_204.5m),
        },
    ];

    public static IReadOnlyList<CheckRow> Checks() =>
    [
        Check("cache-read-rate-low", "prompt-caching", CheckStatus.Fired, "model x in eu-west-1: no price is known"),
        Check("output-long", "output-cap", CheckStatus.Fired),
        Check("provisioned-idle", "provisioned-throughput", CheckStatus.Fired),
        Check("unpriced-model", null, CheckStatus.Fired),
        Check("throttles", null, CheckStatus.Fired),
        Check("long-prompts", "context-trim", CheckStatus.Silent),
        Check("output-tail", "output-cap", CheckStatus.Unknown, "cloudwatch-percentiles of 444455556666: denied"),
    ];

    private static CheckRow Check(string id, string? lever, CheckStatus status, params string[] unseen) => new(
        new Check(id, lever, $"Something is wrong with {id}", $"# Help\n\n**Fires when** {id} fires.\n"),
        status, unseen);
}
