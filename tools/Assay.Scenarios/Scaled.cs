using Assay.FakeAws;
using Assay.Pricing;

namespace Assay.Scenarios;

/// <summary>
/// A large account for benches: models that the price book knows, in several Regions, over fourteen days.
/// </summary>
internal static class Scaled
{
    private static readonly string[] RegionNames =
    [
        "us-east-1",
        "us-west-2",
        "us-east-2",
        "eu-west-1",
        "eu-central-1",
        "ap-northeast-1",
    ];

    private static readonly DateTimeOffset Clock = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<string> Regions(int count) => RegionNames[..count];

    public static World World(PriceBook book, int models, int regions) => new()
    {
        Clock = Clock,
        Accounts =
        [
            new Account
            {
                Id = OneAccount.Id,
                AccessKeys = [new AccessKey { Id = OneAccount.AccessKey, Secret = OneAccount.Secret }],
                Regions = Regions(regions).ToDictionary(region => region, region => Region(book, region, models)),
            },
        ],
    };

    private static RegionWorld Region(PriceBook book, string region, int models)
    {
        var prefix = region[..2] switch { "eu" => "eu.", "ap" => "apac.", _ => "us." };
        var ids = book.Catalogue.Models.Where(model => model.GeneratesText).SelectMany(
            model => (string[])[prefix + model.Id, "global." + model.Id, model.Id]).Take(models);
        return new RegionWorld
        {
            Metrics = [.. ids.SelectMany((id, i) => new Traffic(region + id, id)
            {
                CallsAtPeak = 200 + (37 * i),
                InputPerCall = 900 + (211 * i),
                OutputPerCall = 90 + (31 * i),
                CacheReadPerCall = i % 3 * 700,
                CacheWritePerCall = i % 3 * 90,
                ThrottleShare = 0.01,
                RoundTheClock = true,
                OutputPercentiles = new Dictionary<string, double>
                {
                    ["p50"] = 80 + (30 * i),
                    ["p90"] = 200 + (50 * i),
                    ["p99"] = 500 + (90 * i),
                    ["max"] = 4_000,
                },
            }.Series(Clock.AddDays(-28), 28 * 24))],
        };
    }
}
