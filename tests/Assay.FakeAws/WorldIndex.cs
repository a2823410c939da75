using Assay.FakeAws.CloudWatch;

namespace Assay.FakeAws;

/// <summary>A world made ready for look-ups.</summary>
internal sealed class WorldIndex
{
    private readonly Dictionary<string, Account> accounts;
    private readonly Dictionary<(string Account, string Region), SeriesIndex> series = [];

    public WorldIndex(World world)
    {
        World = world;
        accounts = world.Accounts.ToDictionary(a => a.Id);
        foreach (var account in world.Accounts)
        {
            foreach (var (region, content) in account.Regions)
            {
                // Making the index checks the series, so a bad world fails at the start and by name.
                series[(account.Id, region)] = new SeriesIndex(content.Metrics);
            }
        }
    }

    public World World { get; }

    public Account Account(string id) => accounts[id];

    public RegionWorld Region(string account, string region) =>
        accounts[account].Regions.GetValueOrDefault(region) ?? Empty;

    public SeriesIndex Series(string account, string region) =>
        series.TryGetValue((account, region), out var index) ? index : SeriesIndex.Empty;

    private static RegionWorld Empty { get; } = new();
}
