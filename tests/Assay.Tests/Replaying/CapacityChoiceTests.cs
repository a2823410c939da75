using Assay.Analysis.Simulation.Capacity;
using Assay.Diagnostics;
using Assay.Replays;
using Assay.Tests.Support;

namespace Assay.Tests.Replaying;

/// <summary>
/// Every way to serve one demand, at the book's prices. Expected numbers are of a Python script that knows nothing of
/// this code: exact fractions, every pair of thousands from 100,000 and 10,000 tokens a minute and every number of
/// units tried on every window, the cheapest taken.
/// </summary>
/// <remarks>
/// The script, in short: <c>share = max(0, 1 - Sin/in, 1 - Sout/out)</c> of a window spills whole;
/// <c>cost = n (ci Sin + co Sout) + sum share (pi in + po out)</c>, with <c>pi, po</c> = $1.10 and $5.50 a million,
/// <c>ci, co</c> = $0.0594 and $0.297 for 1,000 tokens a minute for an hour ÷ 60,000; a month is 43,200 minutes. Of
/// units: <c>n u price / 60 + od / sum(A) · sum max(0, A - 4M u)</c>, <c>A = in + out</c>, $0.33 and $2.75 a million.
/// </remarks>
public sealed class CapacityChoiceTests
{
    private const string Haiku = "us.anthropic.claude-haiku-4-5-20251001-v1:0";

    private const string Sonnet = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    private const string Nova = "us.amazon.nova-2-lite-v1:0";

    private static readonly DateOnly Day = new(2026, 11, 20);

    /// <summary>Thousands of tokens in twelve minutes.</summary>
    private static readonly (int Input, int Output)[] Steady =
    [
        (240, 20), (260, 31), (255, 24), (300, 26), (236, 24), (231, 25), (250, 25), (410, 30), (245, 29), (251, 25),
        (249, 24), (238, 23),
    ];

    private static readonly (int Input, int Output)[] Large =
        [(9000, 300), (8000, 200), (3000, 100), (7900, 250), (8100, 200), (0, 0)];

    [Fact]
    public void Reserved_input_and_output_are_sized_apart()
    {
        var choice = Of(Answer(Haiku, Steady), "reserved", "3-month");
        Assert.Equal([(238_000, 236_000), (24_000, 23_000)], choice.Lanes.Select(lane => (lane.Tpm, lane.OwnTpm)));
        Near(17610.0930, choice.MonthlyUsd);
        Near(17025.6240, choice.MonthlyUsdLow);
        Near(15310.9440, choice.CapacityUsd);
        Near(3237.6691, choice.RegretUsd);
        Assert.Equal([0.968420m, 0.936526m], choice.Lanes.Select(lane => lane.Utilisation!.Value.Value));
        Assert.Equal([0.126127m, 0.118563m], choice.Lanes.Select(lane => lane.SpillShare!.Value.Value));
        Assert.Equal((0.957730m, 0.9m, true), (choice.Utilisation!.Value.Value, choice.BreakEvenUtilisation, choice.Pays));
    }

    [Fact]
    public void A_commitment_is_told_with_what_it_costs_if_the_model_is_replaced()
    {
        var choice = Of(Answer(Haiku, Steady, each => each with { ReplacedAfter = [2, 0.5m, 1, 3] }), "reserved", "3-month");
        Assert.Equal(2.82m, choice.PaysAfterMonths);
        Assert.Equal([0.5m, 1, 2], choice.Replaced.Select(each => each.AfterMonths));
        Near([38277.3600, 30621.8880, 15310.9440], choice.Replaced.Select(each => each.RemainingUsd));
        Near([-37786.3065, -29639.7810, -13346.7301], choice.Replaced.Select(each => each.NetUsd));
    }

    [Fact]
    public void A_known_end_of_life_within_the_term_is_told_and_such_a_term_is_not_advised()
    {
        CapacityReport Bought(DateOnly day) => Answer(Sonnet, Steady, each => each with { Day = day });
        var early = Bought(Day);
        Assert.DoesNotContain(Of(early, "reserved", "3-month").Replaced, each => each.On is not null);
        Assert.Equal(("reserved", "3-month"), (early.Advice[0].Kind, early.Advice[0].Term));

        // Sonnet 4.5 ends on 2027-04-08, 66 days after this one: 2.2 months of 30 days into a term of three.
        var late = Bought(new(2027, 2, 1));
        var choice = Of(late, "reserved", "3-month");
        var end = Assert.Single(choice.Replaced, each => each.On == new DateOnly(2027, 4, 8));
        Assert.Equal(2.2m, end.AfterMonths);
        Assert.Equal(choice.CapacityUsd!.Value.Amount * 0.8m, end.RemainingUsd.Amount, 6);
        Assert.True(end.NetUsd.Amount < 0);
        Assert.Equal("on-demand", late.Advice[0].Kind);
        Assert.Contains("but the model ends on 2027-04-08, before the term does", late.Advice[0].Reason, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 4, 8), late.Model!.EndOfLife);
    }

    [Fact]
    public void Every_term_of_provisioned_throughput_is_weighed_and_the_best_is_named_with_its_reason()
    {
        var report = Answer(Nova, Large, each => each with { UnitCapacity = 4_000_000 });
        var (none, month) = (Of(report, "provisioned", "none"), Of(report, "provisioned", "1-month"));
        Near(106326, report.OnDemandUsd);
        Near([92716.1053, 84796.1053], [none.MonthlyUsd!.Value, month.MonthlyUsd!.Value]);
        Near([21276.0219, 17316.0219], [none.RegretUsd!.Value, month.RegretUsd!.Value]);
        Assert.Equal((2, 0.731250m, 0.052632m), (month.Units, month.Utilisation!.Value.Value, month.SpillShare!.Value.Value));
        Assert.Equal((0.632449m, 0.574953m), (none.BreakEvenUtilisation, month.BreakEvenUtilisation));
        Assert.Equal((null, 0.79m), (none.PaysAfterMonths, month.PaysAfterMonths));
        Near([-28835.0526], month.Replaced.Select(each => each.NetUsd));
        Assert.Empty(none.Replaced);
        Assert.Contains("no price", Of(report, "provisioned", "6-month").Missing, StringComparison.Ordinal);
        var best = report.Advice[0];
        Assert.Equal(("answers-now", "provisioned", "1-month"), (best.Case, best.Kind, best.Term));
        Assert.Contains("used to 73%, it pays from 57% on; the model must stay for 0.8 of 1 month", best.Reason, StringComparison.Ordinal);
        Assert.Equal((month.MonthlyUsd, "1-month"), (report.Sizes.Single(size => size.Name == "best").MonthlyUsd, report.Term));
    }

    [Fact]
    public void Tiers_cost_what_the_book_says_and_what_has_no_price_says_so()
    {
        var report = Answer(Nova, Large, each => each with { UnitCapacity = 4_000_000 });
        // Nova 2 Lite: flex and batch at half of $0.33 and $2.75, priority at $0.5775 and $4.8125; 36 M and 1.05 M tokens.
        Near([53163, 53163, 186070.5], new[] { "flex", "batch", "priority" }.Select(kind => Of(report, kind, null).MonthlyUsd!.Value));
        Assert.Equal(
            report.Choices.TakeWhile(each => each.MonthlyUsd is not null).Select(each => each.MonthlyUsd!.Value.Amount).Order(),
            report.Choices.Select(each => each.MonthlyUsd).OfType<Units.Usd>().Select(usd => usd.Amount));
        Assert.Equal(("answers-can-wait", "flex"), (report.Advice[1].Case, report.Advice[1].Kind));
        Assert.All(report.Choices, each => Assert.NotEmpty(each.Caveat));
        Assert.All(report.Choices, each => Assert.Equal(each.MonthlyUsd is null, each.Missing is not null));
        Assert.Equal(["batch", "flex", "on-demand", "priority", "provisioned", "reserved"], report.Choices.Select(each => each.Kind).Distinct().Order());
    }

    [Fact]
    public void The_curve_meets_on_demand_at_break_even()
    {
        var choice = Of(Answer(Nova, Large, each => each with { UnitCapacity = 4_000_000 }), "provisioned", "none");
        Assert.Equal(Enumerable.Range(1, 10).Select(tenth => tenth / 10m), choice.Curve.Select(point => point.Utilisation));
        Assert.All(choice.Curve, point => Assert.Equal(0.632449m, point.CostRatio * point.Utilisation, 5));
        Assert.True(choice.AtP95Usd > choice.MonthlyUsd);
    }

    [Fact]
    public void A_term_and_a_kind_are_filters()
    {
        var report = Answer(Nova, Large, each => each with { UnitCapacity = 4_000_000, Kind = "provisioned", Term = "none" });
        Assert.Equal([("provisioned", "none")], report.Choices.Where(each => each.Term is not null).Select(each => (each.Kind, each.Term)));
        Assert.DoesNotContain(report.Choices, each => each.Kind == "reserved");
    }

    [Fact]
    public void Prices_of_ones_own_stand_beside_the_book_s_term_by_term()
    {
        var report = Answer(Nova, Large, each => each with
        {
            Kind = "provisioned",
            UnitCapacity = 4_000_000,
            UnitPrices = new Dictionary<string, decimal> { ["6-month"] = 40, ["1-month"] = 56 },
        });
        Near([2 * 56 * 720, 2 * 60.5 * 720], new[] { "1-month", "none" }.Select(term => Of(report, "provisioned", term).CapacityUsd!.Value));
        Assert.Equal("6-month", report.Advice[0].Term);
    }

    [Fact]
    public void What_is_no_longer_sold_is_not_advised()
    {
        // Titan Text Express has ended; its hourly prices of 2023/24 are in the book.
        var demand = new TokenDemand("x", "file", 60, [new(1_000_000, 0, 0, 0), new(1_000_000, 0, 0, 0)]) { IsByKind = false };
        var report = CapacityAnswer.Of(
            new CapacityQuestion(Day)
            {
                Kind = "provisioned",
                Model = "amazon.titan-text-express-v1",
                Region = "us-east-1",
                UnitCapacity = 1_000_000,
                ListPrice = 5,
            },
            demand, Some.Book);
        var cheapest = report.Choices[0];
        Assert.Equal(("provisioned", true, false), (cheapest.Kind, cheapest.Pays, cheapest.IsSold));
        Assert.StartsWith("AWS sells no new", cheapest.Caveat, StringComparison.Ordinal);
        Assert.Equal("on-demand", report.Advice[0].Kind);
        Assert.EndsWith("AWS sells it no longer", report.Advice[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Capacity_that_nobody_priced_is_a_mistake_and_says_what_is_missing()
    {
        var told = Assert.Throws<AssayException>(() => Answer(Nova, Large, each => each with { Kind = "provisioned" }));
        Assert.Contains("what a model unit serves is not known", told.Message, StringComparison.Ordinal);
        // Without a kind the other choices have prices, and the answer is given.
        Assert.Contains("--unit-capacity", Of(Answer(Nova, Large), "provisioned", "none").Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_unit_serves_can_be_set_in_the_configuration()
    {
        var report = Answer(Nova, Large, each => each with
        {
            UnitCapacities = new Dictionary<string, decimal> { ["amazon.nova-2-lite-v1:0"] = 4_000_000 },
        });
        Near(84796.1053, Of(report, "provisioned", "1-month").MonthlyUsd);
    }

    private static CapacityReport Answer(
        string model, (int Input, int Output)[] thousands, Func<CapacityQuestion, CapacityQuestion>? more = null)
    {
        var demand = new TokenDemand("x", "file", 60, [.. thousands.Select(each => new WindowTokens(each.Input * 1000, each.Output * 1000, 0, 0))]);
        var question = (more ?? (each => each))(new CapacityQuestion(Day) { Model = model, Region = "us-east-1" });
        return CapacityAnswer.Of(question, ModelDemand.Priced(demand, Some.Book, model, "us-east-1", question.Day), Some.Book);
    }

    private static CapacityChoice Of(CapacityReport report, string kind, string? term) =>
        report.Choices.Single(each => each.Kind == kind && each.Term == term);

    private static void Near(double expected, Units.Usd? actual) => Assert.Equal(expected, (double)actual!.Value.Amount, 0.0001);

    private static void Near(IEnumerable<double> expected, IEnumerable<Units.Usd> actual) =>
        Assert.Equal(expected, actual.Select(usd => Math.Round((double)usd.Amount, 4)));
}
