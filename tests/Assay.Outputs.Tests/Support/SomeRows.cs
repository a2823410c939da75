using Assay.Models;
using Assay.Reports;
using Assay.Units;
using Assay.Usage;

namespace Assay.Outputs.Support;

internal static class SomeRows
{
    public static ModelRow Model(
        string modelId = "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        string? name = "Claude Sonnet 4.5",
        decimal? costUsd = 9_874.123456789012m,
        RoutingScope scope = RoutingScope.Geo,
        ProfileRef? profile = null)
    {
        var (input, output, read, write) = (1_234_567_890L, 210_000_000L, 812_345_678L, 61_000_000L);
        return new ModelRow(
            Some.Account, "us-east-1", Endpoint.Runtime, modelId, name is null ? null
                : "anthropic.claude-sonnet-4-5-20250929-v1:0", name,
            profile, null, scope, null, UsageSource.Metrics, 1_204_331, 120, 3, 842, new(input), new(output),
                new(read), new(write),
            new CacheWriteSplit(new(0), new(0), new(0), new(write)), Usd(costUsd), Usd(costUsd), Usd(costUsd * 1.02m),
            costUsd is null ? [] : ["cache writes taken as 5-minute", "standard tier"],
            new CostByKind(new(3_703.70367m), new(3_150m), new(243.7037034m), new(228.75m), Units.Usd.Zero),
            costUsd is null ? CostStatus.Unpriced : CostStatus.Priced,
            new Ratios(0.099612m, 1924.77m, 1750.4m, 174.37m, new Share(0.385333m), new Share(0.930152m), 4.2590m),
            Usd(costUsd is null ? null : 2_146.3m), profile?.Tags.GetValueOrDefault("team"));
    }

    public static IReadOnlyList<ModelRow> Models() =>
    [
        Model(profile: new ProfileRef(
            "checkout-bot", new Dictionary<string, string> { ["team"] = "checkout", ["env"] = "prod" }),
                modelId: "a1b2c3d4e5f6"),
        Model(costUsd: 1_520.5m) with { Account = "444455556666", Invocations = 90_412, Region = "eu-west-1",
            CostUsdHigh = new(1_533.25m) },
        Model("anthropic.claude-3-haiku-20240307-v1:0", "Claude 3 Haiku", 3.0125m, RoutingScope.InRegion) with
        {
            Model = "anthropic.claude-3-haiku-20240307-v1:0",
            Invocations = 4_120, CacheReadTokens = new(0), CacheWriteTokens = new(0), InputTokens = new(9_812_000),
                OutputTokens = new(420_000),
            Ratios = new Ratios(0.0428m, 2483.5m, 2381.5m, 101.9m, new Share(0), null, 0.2944m),
                RealisedCacheSavingUsd = new(0),
        },
        Model("arn:aws:bedrock:us-east-1:111122223333:provisioned-model/llama-chat-prod", "Llama 3.1 70B Instruct",
            2_654.40m, RoutingScope.Provisioned) with
        {
            Model = "meta.llama3-1-70b-instruct-v1:0",
            Cost = new CostByKind(default, default, default, default, new(2_654.40m)), CostUsdHigh = new(2_654.40m),
                CostBasis = [],
            CacheReadTokens = null, CacheWriteTokens = null,
            Ratios = new Ratios(null, null, null, null, null, null, null), RealisedCacheSavingUsd = null,
        },
        Model("arn:aws:bedrock:us-east-1:111122223333:imported-model/k7q2m9x4p1zs", null, null,
            RoutingScope.Unknown) with
        {
            Invocations = 51_200, InputTokens = new(45_200_000), OutputTokens = new(3_100_000),
            CacheReadTokens = null, CacheWriteTokens = null,
            Ratios = new Ratios(0.0685m, 943.4m, 882.8m, 60.5m, null, null, null), CostBasis = [],
        },
    ];

    public static Totals Totals() => new(
        new(14_052.035956789012m), new(14_052.035956789012m), new(14_262.27m), new(30_111.50562169074m),
        new CostByKind(new(5_180.2m), new(5_424.4m), new(412.1m), new(380.935956789012m), new(2_654.40m)),
        new PreviousWindow(Some.From.AddDays(-14), Some.From, new(12_544.9m)),
        BilledUsd: null,
        new UsdRange(new(6_120m), new(9_020.55m), new(11_480m)),
        new(2_410.77m),
        new Share(0.297433m),
        [new UnpricedRow(
            "arn:aws:bedrock:us-east-1:111122223333:imported-model/k7q2m9x4p1zs", Some.Account, "us-east-1",
                new(48_300_000), null, "imported models are billed by the minute of a copy")]);

    public static IReadOnlyList<SeriesRow> Series() =>
    [
        .. Enumerable.Range(0, 14).Select(day => new SeriesRow(
            Some.From.AddDays(day), Some.Account, "us-east-1", "a1b2c3d4e5f6", "checkout",
            new(day % 7 is 0 or 6 ? 310.25m : 820.5m + (day * 31.125m)), new(80_000_000), new(15_000_000),
                new(50_000_000), new(4_000_000), 86_000)),
    ];

    public static IReadOnlyList<OwnerRow> Owners() =>
    [
        new("checkout", OwnerChannel.ProfileTag, new(9_874.123456789012m), new Share(0.702682m)),
        new(null, OwnerChannel.None, new(4_177.9125m), new Share(0.297318m)),
    ];

    public static IReadOnlyList<WorkloadRow> Workloads() =>
    [
        new("w1", "checkout-bot / answer", "checkout", "anthropic.claude-sonnet-4-5-20250929-v1:0", 1_100_200,
            212_000, new(9_100.25m))
        {
            Tokens = new TokenCounts
            {
                Input = new(1_100_000_000),
                Output = new(190_000_000),
                CacheRead = new(800_000_000),
                CacheWriteUnknownTtl = new(60_000_000),
            },
        },
        new("w2", "checkout-bot / classify", "checkout", "anthropic.claude-sonnet-4-5-20250929-v1:0", 104_131,
            104_131, new(773.87m)),
    ];

    public static IReadOnlyList<WaterfallStep> Waterfall() =>
    [
        new("prompt-caching", new(30_111.51m), new(25_991.21m), new(4_120.30m), new(3_300m), new(4_600m)),
        new("output-cap", new(25_991.21m), new(24_779.96m), new(1_211.25m), new(620m), new(1_680m)),
        new("provisioned-throughput", new(24_779.96m), new(21_090.96m), new(3_689.00m), new(2_200m), new(5_200m)),
    ];

    public static IReadOnlyList<CapacityRow> Capacity() =>
    [
        new(
            new CapacitySubject(Some.Account, "us-east-1", "anthropic.claude-sonnet-4-5-20250929-v1:0", null),
                "reserved",
            [new(0, new(21_158.8m), null, new Share(1)), new(2, new(19_840.1m), new Share(0.91m), new Share(0.22m)),
                new(4, new(22_310m), new Share(0.63m), new Share(0.04m))],
            2, 412_345.5m, new(21_158.8m)),
    ];

    public static IReadOnlyList<BatchRow> Batch() =>
    [
        new(Some.Account, "us-east-1", "anthropic.claude-3-haiku-20240307-v1:0", "nightly-tags-2026-11-03",
            "Completed", Some.From.AddDays(2).AddHours(1), 120_000, 119_988, 12),
    ];

    public static Billed Billed() => new(
        Some.From, Some.To, Some.To.AddDays(-2),
        [
            new(Some.Account, "anthropic.claude-sonnet-4-5-20250929-v1:0", "Claude Sonnet 4.5", "tokens",
                Usd(9_012.4m), Usd(9_604.117m), null),
            new(Some.Account, "amazon.nova-pro-v1:0", "Nova Pro", "batch", Usd(61.07m), null,
                "batch jobs are not in the estimate"),
            new(Some.Account, null, "Amazon Bedrock", "guardrail", Usd(12.5m), null, "guardrails are not in the estimate"),
            new(Some.Account, "amazon.nova-lite-v1:0", "Nova Lite", "tokens", null, Usd(3.21m), "no line of the bill names it"),
        ]);

    private static Usd? Usd(decimal? amount) => amount is { } usd ? new Usd(usd) : null;
}
