using Assay.Aws.Tests.Support;
using Assay.Diagnostics;
using Assay.FakeAws;
using Assay.Usage;

namespace Assay.Aws.Tests.Scans;

public sealed class BillTests
{
    [Fact]
    public async Task The_bill_is_every_service_with_Bedrock_in_its_name_by_day_and_usage_type()
    {
        await using var aws = await FakeAwsServer.StartAsync(World());

        var outcome = await Scan.OfAsync(aws, Scan.Request() with { WithBill = true });

        Assert.Equal(
            [
                new Fact.Billed(Scan.Account, new DateOnly(2026, 11, 21), "Amazon Bedrock", "USE1-NovaPro-input-tokens", 1.25m, 1562.5m),
                new Fact.Billed(Scan.Account, new DateOnly(2026, 11, 22), "Claude Sonnet 4.5 (Amazon Bedrock Edition)", "USE1-MP:USE1_InputTokenCount-Units", 0.0000033m, 0.000001m),
            ],
            outcome.Facts.OfType<Fact.Billed>().OrderBy(billed => billed.Day));
        Assert.Equal(ReadStatus.Complete, outcome.Coverage("bill").Status);
        Assert.Equal(0.02m, outcome.Receipt.ApiCost.Amount);
    }

    [Fact]
    public async Task Without_being_asked_nothing_is_spent_on_the_bill()
    {
        await using var aws = await FakeAwsServer.StartAsync(World());

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Empty(outcome.Facts.OfType<Fact.Billed>());
        Assert.DoesNotContain(aws.Calls, call => call.Service == "ce");
    }

    [Fact]
    public async Task A_denied_bill_is_a_line_and_not_an_end()
    {
        await using var aws = await FakeAwsServer.StartAsync(World());
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Operation = "GetCostAndUsage" });

        var outcome = await Scan.OfAsync(aws, Scan.Request() with { WithBill = true });

        Assert.Equal("ce:GetCostAndUsage is denied", outcome.Coverage("bill").Reason);
        Assert.Equal(ReadStatus.Complete, outcome.Coverage("cloudwatch-metrics").Status);
    }

    [Fact]
    public async Task No_more_pages_are_paid_for_than_the_plan_says_at_most_and_the_rest_is_told()
    {
        // The fake's page is 100 days: 1,100 days are eleven, of which ten are read.
        await using var aws = await FakeAwsServer.StartAsync(World());

        var outcome = await Scan.OfAsync(aws, Scan.Request(days: 1_100) with { WithBill = true });

        Assert.Equal(10, aws.Calls.Count(call => call.Operation == "GetCostAndUsage"));
        Assert.Equal(ReadStatus.Partial, outcome.Coverage("bill").Status);
        Assert.Contains("more pages", outcome.Coverage("bill").Reason!, StringComparison.Ordinal);
    }

    private static World World() => new()
    {
        Clock = Scan.Now,
        Accounts =
        [
            Small.Account(new RegionWorld()) with
            {
                CostAndUsage = new CostAndUsage
                {
                    Rows =
                    [
                        Row(21, "Amazon Bedrock", "USE1-NovaPro-input-tokens", 1.25m, 1562.5m),
                        Row(22, "Claude Sonnet 4.5 (Amazon Bedrock Edition)", "USE1-MP:USE1_InputTokenCount-Units", 0.0000033m, 0.000001m),
                        Row(22, "Amazon Elastic Compute Cloud - Compute", "BoxUsage", 99m, 1m),
                        Row(22, "Amazon Bedrock", "of another account", 7m, 7m, account: "999999999999"),
                        Row(2, "Amazon Bedrock", "before the window", 5m, 5m),
                    ],
                },
            },
        ],
    };

    private static CostRow Row(
        int day, string service, string usageType, decimal usd, decimal quantity, string account = Scan.Account) => new()
        {
            Start = new DateTimeOffset(2026, 11, day, 0, 0, 0, TimeSpan.Zero),
            Dimensions = new Dictionary<string, string>
            {
                ["SERVICE"] = service,
                ["USAGE_TYPE"] = usageType,
                ["LINKED_ACCOUNT"] = account,
            },
            Metrics = new Dictionary<string, decimal> { ["UnblendedCost"] = usd, ["UsageQuantity"] = quantity },
        };
}
