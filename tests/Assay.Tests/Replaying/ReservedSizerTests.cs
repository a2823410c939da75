using Assay.Analysis.Simulation.Capacity;
using CsCheck;

namespace Assay.Tests.Replaying;

/// <summary>Pairs of input and output: laws, and a judge that tries every pair on every window.</summary>
public sealed class ReservedSizerTests
{
    private static readonly Gen<(int Input, int Output)[]> Demands =
        Gen.Select(Gen.Int[0, 12_000], Gen.Int[0, 9_000]).Array[1, 12];

    private static readonly Gen<(int Input, int Output)> Prices = Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12]);

    [Fact]
    public void No_pair_that_is_sold_is_cheaper_than_the_best() =>
        Gen.Select(Demands, Prices, Gen.Int[0, 3]).Sample((demand, tenths, minimum) =>
        {
            var sizer = Of(demand, tenths, minimum);
            var pairs = from input in Enumerable.Range(minimum, 14 - minimum)
                        from output in Enumerable.Range(minimum, 14 - minimum)
                        select new ReservedPair(input * 1000, output * 1000);
            var best = sizer.BestTogether();
            Assert.True(best.InputTpm >= minimum * 1000 && best.OutputTpm >= minimum * 1000);
            Assert.Equal(pairs.Min(sizer.Together), sizer.Together(best), 9);
            Assert.Equal(pairs.Min(sizer.Apart), sizer.Apart(sizer.BestApart()), 9);
        });

    [Fact]
    public void Nothing_reserved_costs_what_on_demand_costs_and_calls_that_spill_whole_cost_no_less() =>
        Gen.Select(Demands, Prices, Gen.Select(Gen.Int[0, 14], Gen.Int[0, 14])).Sample((demand, tenths, size) =>
        {
            var sizer = Of(demand, tenths, 0);
            Assert.Equal(sizer.OnDemand, sizer.Together(ReservedPair.None), 9);
            Assert.Equal(sizer.OnDemand, sizer.Apart(ReservedPair.None), 9);
            var pair = new ReservedPair(size.Item1 * 1000, size.Item2 * 1000);
            Assert.True(sizer.Together(pair) >= sizer.Apart(pair) - 0.000001m);
        });

    [Fact]
    public void More_of_either_never_spills_more() =>
        Gen.Select(Demands, Gen.Select(Gen.Int[0, 14], Gen.Int[0, 14])).Sample((demand, size) =>
        {
            var sizer = Of(demand, (9, 9), 0);
            var (input, output) = sizer.Spill(new(size.Item1 * 1000, size.Item2 * 1000));
            foreach (var more in new[] { new ReservedPair((size.Item1 + 1) * 1000, size.Item2 * 1000), new ReservedPair(size.Item1 * 1000, (size.Item2 + 1) * 1000) })
            {
                var (lessInput, lessOutput) = sizer.Spill(more);
                Assert.True(lessInput <= input && lessOutput <= output);
            }
        });

    private static ReservedSizer Of((int Input, int Output)[] demand, (int Input, int Output) tenths, int minimum) => new(
        [.. demand.Select(each => ((decimal)each.Input, (decimal)each.Output))],
        new LanePrice(tenths.Input / 10m, 1, minimum * 1000), new LanePrice(tenths.Output / 2m, 5, minimum * 1000));
}
