using System.Collections.Concurrent;
using System.Threading.Channels;
using Assay.Aws.Accounts;
using Assay.Aws.Billing;
using Assay.Aws.Inventory;
using Assay.Aws.Metrics;
using Assay.Aws.Regions;
using Assay.Aws.Transport;
using Assay.Usage;

namespace Assay.Aws.Reading;

/// <summary>One scan, the same whether AWS or a recording answers.</summary>
internal sealed class ScanRun(ScanRequest request, IIdentity identity, ITransport transport, ChannelWriter<Fact> facts)
{
    /// <summary>Account and Region pairs read at once; each has its own limits for every service.</summary>
    private const int AtOnce = 16;

    /// <param name="home">The configured Region.</param>
    public async Task<(IReadOnlyList<ScannedAccount> Accounts, IReadOnlyList<string> Regions)> RunAsync(
        string home, CancellationToken cancellationToken)
    {
        var accounts = await new AccountFinder(identity, request, PlaceOf).FindAsync(home, cancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        var places = new ConcurrentBag<(string Account, string Region)>();
        await Parallel.ForEachAsync(accounts, parallel, async (account, token) =>
        {
            var central = PlaceOf(account.Id, RegionNames.GlobalHome(home));
            var wanted = request.Regions.Count == 0 ? [home] : request.Regions;
            foreach (var region in await RegionFinder.FindAsync(central, wanted, token))
            {
                places.Add((account.Id, region));
            }

            if (request.WithBill)
            {
                await new BillReader(central, request.Window).ReadAsync(token);
            }
        });
        await Parallel.ForEachAsync(places.Order(), parallel, ReadAsync);
        return (accounts, [.. places.Select(place => place.Region).Distinct().Order(StringComparer.Ordinal)]);
    }

    private async ValueTask ReadAsync((string Account, string Region) where, CancellationToken cancellationToken)
    {
        var place = PlaceOf(where.Account, where.Region);
        var known = await new InventoryReader(place, request.Window).ReadAsync(cancellationToken);
        await new CloudWatchReader(place, request).ReadAsync(known, cancellationToken);
    }

    private Place PlaceOf(string account, string region) => new(account, region, transport, facts);
}
