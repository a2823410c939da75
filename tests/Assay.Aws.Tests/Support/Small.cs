using Assay.FakeAws;

namespace Assay.Aws.Tests.Support;

/// <summary>Worlds of one account in one Region with the series a test is about.</summary>
internal static class Small
{
    public const string KeyId = "AKIATESTTESTTEST0001";
    public const string Secret = "secret-of-the-small-world";
    public const string Model = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    public static World World(params MetricSeries[] metrics) => World(new RegionWorld { Metrics = metrics });

    public static World World(RegionWorld region) => new()
    {
        Clock = Scan.Now,
        Accounts = [Account(region)],
    };

    public static Account Account(RegionWorld region) => new()
    {
        Id = Scan.Account,
        Name = "small",
        AccessKeys = [new AccessKey { Id = KeyId, Secret = Secret, User = "tester" }],
        Regions = new Dictionary<string, RegionWorld> { [Scan.Region] = region },
    };

    /// <summary>A series of the runtime whose last value is the hour before now.</summary>
    public static MetricSeries Hours(string name, double?[] values, params (string Name, string Value)[] dimensions) =>
        In("AWS/Bedrock", name, values, dimensions.Length == 0 ? [("ModelId", Model)] : dimensions);

    public static MetricSeries In(
        string space, string name, double?[] values, params (string Name, string Value)[] dimensions) => new()
        {
            Namespace = space,
            Name = name,
            Dimensions = dimensions.ToDictionary(d => d.Name, d => d.Value),
            Start = Scan.Now.AddHours(-values.Length),
            Values = values,
        };

    public static (string, string)[] Tier(string resolved, string requested = "default", string model = Model) =>
        [("ModelId", model), ("ServiceTier", requested), ("ResolvedServiceTier", resolved)];
}
