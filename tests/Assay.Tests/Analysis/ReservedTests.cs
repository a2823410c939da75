using Assay.Findings;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Analysis;

/// <summary>
/// The size of a reservation against the contract's formula, tried at every size: price × size for all hours + list
/// price × what is above it. Prices are those of Haiku 4.5's geographic profile, typed here.
/// </summary>
public sealed class ReservedTests
{
    private const string Haiku = "us.anthropic.claude-haiku-4-5-20251001-v1:0";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_other_size_costs_less(int seed)
    {
        var random = new Random(seed);
        // Whole thousands a minute, so that the best size is one that is sold.
        var demand = Enumerable.Range(0, 336).Select(hour => (
            Input: (hour % 24 < 2 ? 120L : 190 + random.Next(60)) * 60_000,
            Output: (hour % 24 < 2 ? 11L : 20 + random.Next(9)) * 60_000)).ToList();
        var saving = Single(demand)!.Saving!;
        Assert.Equal(
            Cheapest(demand.Select(each => each.Input), 1.10m, 0.0594m, 100)
                + Cheapest(demand.Select(each => each.Output), 5.50m, 0.297m, 10),
            saving.Standalone.High.Amount, precision: 6);
        Assert.Equal(0, saving.Standalone.Low.Amount);
        Assert.InRange(saving.Standalone.Expected.Amount, 0.01m, saving.Standalone.High.Amount);
    }

    [Fact]
    public void Demand_below_the_least_reservation_is_left_alone() =>
        Assert.Null(Single([.. Enumerable.Repeat((Input: 80L * 60_000, Output: 8L * 60_000), 336)]));

    [Fact]
    public void Hours_whose_tokens_are_all_alike_at_the_list_price_of_one_month_save_a_tenth_at_three()
    {
        var finding = Single([.. Enumerable.Repeat((Input: 200L * 60_000, Output: 20L * 60_000), 336)])!;
        Assert.Equal((Evidence.Bounded, "reserved"), (finding.Saving!.Evidence, finding.Lever));
        Assert.Equal(1_425.60m, finding.Saving.Standalone.High.Amount);
    }

    [Fact]
    public void Cache_writes_take_of_the_reserved_input_and_reads_stay_as_they_are()
    {
        // Half of the prompt is written to cache at 1.25 times the price: 6 M × 720 × $0.275 more than as input.
        var plain = Single([.. Enumerable.Repeat((Input: 200L * 60_000, Output: 20L * 60_000), 336)])!;
        var written = Some.Report([.. Facts(
                [.. Enumerable.Repeat((Input: 100L * 60_000, Output: 20L * 60_000), 336)],
                write: 100L * 60_000, read: 900L * 60_000)])
            .Findings.Single(each => each.Check == "reserved-fit");
        Assert.Equal(
            plain.Saving!.Standalone.High.Amount + (6m * 720 * 0.275m), written.Saving!.Standalone.High.Amount,
            precision: 6);
    }

    private static decimal Cheapest(IEnumerable<long> hours, decimal list, decimal reserved, int least)
    {
        var all = hours.ToList();
        decimal Cost(int size) => (reserved * size * 720) + (all.Sum(hour => Math.Max(0, hour - (size * 60_000m)))
            * 720 / all.Count * list / 1_000_000);
        return (all.Sum() * 720m / all.Count * list / 1_000_000) - Enumerable.Range(least, 400).Min(Cost);
    }

    private static Finding? Single(IReadOnlyList<(long Input, long Output)> demand) =>
        Some.Report([.. Facts(demand)]).Findings.SingleOrDefault(each => each.Check == "reserved-fit");

    private static IEnumerable<Fact> Facts(IReadOnlyList<(long Input, long Output)> demand, long write = 0, long read = 0) =>
    [
        new Fact.Series(Some.Meter(Haiku), 3600,
        [
            .. demand.Select((hour, i) => (Some.Window.From.AddHours(i), new UsageCounts
            {
                // Few tokens a call: nothing that other levers would take first.
                Invocations = hour.Input / 2_000,
                Input = hour.Input,
                Output = hour.Output,
                CacheWriteUnknownTtl = write,
                CacheRead = read,
            })),
        ]),
        .. Some.Complete("cloudwatch-metrics"),
    ];
}
