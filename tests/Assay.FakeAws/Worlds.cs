using System.Globalization;
using System.Text.Json;

namespace Assay.FakeAws;

/// <summary>Worlds made by rule, the same ones every time.</summary>
public static class Worlds
{
    /// <summary>The account of generated worlds.</summary>
    public const string AccountId = "111122223333";

    /// <summary>The access key of generated worlds.</summary>
    public const string AccessKeyId = "AKIAFAKESCALED000001";

    /// <summary>The secret of that key.</summary>
    public const string SecretAccessKey = "fake-secret-of-the-scaled-world-000000001";

    private static readonly string[] Text = ["TEXT"];
    private static readonly string[] OnDemand = ["ON_DEMAND"];

    private static readonly string[] RegionNames =
    [
        "us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "ap-southeast-2", "ap-northeast-1", "us-east-2",
        "eu-north-1", "ca-central-1", "ap-south-1",
    ];

    /// <summary>When generated worlds take place.</summary>
    public static DateTimeOffset Clock { get; } = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// One account with so many models in each of so many Regions, eight hourly series a model, over so many days.
    /// </summary>
    public static World Scaled(int models, int regions, int days)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(regions, RegionNames.Length);
        return new World
        {
            Clock = Clock,
            Accounts =
            [
                new Account
                {
                    Id = AccountId,
                    Name = "scaled",
                    AccessKeys = [new AccessKey { Id = AccessKeyId, Secret = SecretAccessKey }],
                    Regions = RegionNames.Take(regions).ToDictionary(r => r, r => Region(r, models, days)),
                },
            ],
        };
    }

    /// <summary>The id of a generated model.</summary>
    public static string ModelId(int model) =>
        string.Create(CultureInfo.InvariantCulture, $"maker{model % 7}.model-{model:D4}-v1:0");

    private static RegionWorld Region(string region, int models, int days) => new()
    {
        FoundationModels = [.. Enumerable.Range(0, models).Select(m => Model(region, m))],
        Metrics = [.. Enumerable.Range(0, models).SelectMany(m => Series(region, m, days))],
    };

    private static JsonElement Model(string region, int model) => WorldFile.Raw(new
    {
        modelArn = $"arn:aws:bedrock:{region}::foundation-model/{ModelId(model)}",
        modelId = ModelId(model),
        modelName = $"Model {model}",
        providerName = $"Maker {model % 7}",
        inputModalities = Text,
        outputModalities = Text,
        responseStreamingSupported = true,
        inferenceTypesSupported = OnDemand,
        modelLifecycle = new { status = "ACTIVE" },
    });

    private static IEnumerable<MetricSeries> Series(string region, int model, int days)
    {
        // Calls follow the hour of the day; everything else follows the calls by a factor of the model.
        var salt = region.Sum(c => c) + model * 31;
        var calls = new double?[days * 24];
        for (var hour = 0; hour < calls.Length; hour++)
        {
            var noise = (salt * 7919L + hour * 104729L) % 97;
            calls[hour] = noise == 0 ? null : 20 + 10 * (hour % 24) + noise;
        }

        // One list for all eight series, for generated worlds are large.
        double[] samples = [.. calls.Select(v => v ?? 0)];
        yield return One("Invocations", "Count", c => c);
        yield return One("InputTokenCount", "Count", c => c * (900 + salt % 400));
        yield return One("OutputTokenCount", "Count", c => c * (150 + salt % 90));
        yield return One("CacheReadInputTokenCount", "Count", c => c * (salt % 5) * 100);
        yield return One("CacheWriteInputTokenCount", "Count", c => c * (salt % 5) * 10);
        yield return One("InvocationThrottles", "Count", c => Math.Floor(c / 50));
        yield return One("InvocationClientErrors", "Count", c => Math.Floor(c / 80));
        yield return One("InvocationLatency", "Milliseconds", c => c * (700 + salt % 900));

        MetricSeries One(string name, string unit, Func<double, double> map) => new()
        {
            Namespace = "AWS/Bedrock",
            Name = name,
            Dimensions = new Dictionary<string, string> { ["ModelId"] = ModelId(model) },
            Unit = unit,
            Start = Clock.AddDays(-days),
            Values = [.. calls.Select(v => v is { } c ? map(c) : (double?)null)],
            SampleCount = samples,
            Percentiles = new Dictionary<string, double> { ["p50"] = 500 + salt % 300, ["p99"] = 4000 + salt % 900 },
        };
    }
}
