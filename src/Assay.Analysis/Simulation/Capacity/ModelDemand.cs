using Assay.Analysis.Pricing;
using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>What a demand that comes without calls costs: its tokens as those of a model in a Region.</summary>
public static class ModelDemand
{
    /// <param name="model">An id that can be called; its prefix says the routing scope.</param>
    /// <param name="day">Whose prices hold.</param>
    /// <returns>The demand with its price, or with the reason why it has none.</returns>
    public static TokenDemand Priced(TokenDemand demand, PriceBook book, string model, string region, DateOnly day)
    {
        var board = new PriceBoard(new Resolutions(book.Catalogue, Inventory.Empty), book, day);
        var meter = new Meter("", region, Endpoint.Runtime, model, UsageSource.Calls, ServiceTier.Standard);
        var all = demand.Windows.Aggregate(default(WindowTokens), (sum, each) => sum + each);
        var row = new TallyRow(0, day, IsLong: false, new TokenCounts
        {
            Input = Whole(all.Input),
            Output = Whole(all.Output),
            CacheRead = Whole(all.CacheRead),
            CacheWriteUnknownTtl = Whole(all.CacheWrite),
        });
        var bill = board.Price([row], [meter]);
        return bill.Unpriced.Count > 0
            ? demand with { WhyUnpriced = PriceBook.Join(bill.Unpriced) }
            : demand with { OnDemand = new OnDemand(board, [row], [meter]) };
    }

    private static Tokens Whole(decimal tokens) => new((long)decimal.Round(tokens));
}
