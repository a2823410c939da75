using Assay.Analysis.Owners;
using Assay.Analysis.Levers;
using Assay.Analysis.Pricing;
using Assay.Findings;
using Assay.Ledgers;
using Assay.Tests.Replaying;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Proofs;

/// <summary>On-demand calls beside a provisioned model of the same base, minute by minute.</summary>
/// <remarks>
/// By hand, tokens as a model unit counts them (input + output): the provisioned model takes 1,100 of minute 0, 550 of
/// minute 1 and none of minute 2. At 1,100 a minute, its best, minute 1 has room for 440 and, after 220 did not fit, for
/// 99; minute 2 for exactly 1,100 and then for nothing. These three calls are 1,490 input and 149 output tokens: at
/// $0.33 and $2.75 a million $0.00090145 in an hour, 720 hours $0.649044. At 2,000 a minute all but the call of 850 fit:
/// 1,991 and 199 tokens, $0.00120428 and $0.8670816.
/// </remarks>
public sealed class CallRoomTests
{
    private const string Nova = "us.amazon.nova-2-lite-v1:0";

    private static readonly Fact.ProvisionedModel Fast =
        Some.Provisioned("fast", "us-east-1", "amazon.nova-2-lite-v1:0", "OneMonth", "2026-12-04");

    private static readonly (int Minute, int Input, int Output)[] OnDemand =
        [(0, 300, 30), (0, 800, 50), (1, 400, 40), (1, 200, 20), (1, 90, 9), (2, 1000, 100), (2, 1, 0)];

    [Fact]
    public async Task Calls_fit_whole_into_what_the_best_minute_seen_leaves_of_theirs()
    {
        var finding = Assert.Single(await Findings());
        Assert.Equal([0.649044m, 0.649044m, 0.649044m], Dollars(finding));
        Assert.Equal(Evidence.Bounded, finding.Saving!.Evidence);
        Assert.Contains("made 7 calls on demand; fast had room for 3 of them", finding.Title, StringComparison.Ordinal);
        Assert.Contains("at least the 1,100 tokens of its best minute", finding.Reason, StringComparison.Ordinal);
        Assert.Equal(("provisioned-throughput", $"provisioned-has-room/{Some.Account}/us-east-1/{Nova}/{Fast.Arn}/standard"), (finding.Lever, finding.Id));
    }

    [Fact]
    public async Task What_a_unit_serves_replaces_the_best_minute_where_it_is_set()
    {
        var finding = Assert.Single(await Findings(unit: 2000));
        Assert.Equal([0.867082m, 0.867082m, 0.867082m], Dollars(finding));
        Assert.Equal(Evidence.Measured, finding.Saving!.Evidence);
        Assert.Contains("room for 6 of them", finding.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_that_verifies_it_asks_for_the_share_of_tokens_that_fits()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "ledger");
        Finding finding;
        using (var ledger = await Filled(path, []))
        {
            finding = Assert.Single(Findings(ledger, unit: 0));
        }

        var sql = finding.Verify.Split('"')[1];
        using var query = LedgerQuery.Open(path, "tests");
        List<object?> told = [];
        query.Run(sql, _ => { }, row => told.AddRange(row), default);
        // Parts of calls count here: of 3,041 tokens 0 fit in minute 0, 550 in minute 1 and 1,100 in minute 2.
        Assert.Equal(1650.0 / 3040, Convert.ToDouble(told.Single(), null), 9);
    }

    [Fact]
    public async Task Where_metrics_tell_of_the_same_hour_the_calls_alone_count()
    {
        var (used, ours) = (Some.Meter(Fast.Arn), Some.Meter(Nova));
        var finding = Assert.Single(await Findings(more:
        [
            Some.Hour(used, new() { Invocations = 2, Input = 1500, Output = 150 }, "2026-11-02T08:00Z"),
            Some.Hour(ours, new() { Invocations = 7, Input = 2791, Output = 249 }, "2026-11-02T08:00Z"),
            new Fact.Demand(used, [(Some.At("2026-11-02T08:00Z"), new() { Input = 1000, Output = 100 }), (Some.At("2026-11-02T08:01Z"), new() { Input = 500, Output = 50 })]),
        ]));
        Assert.Equal([0.649044m, 0.649044m, 0.649044m], Dollars(finding));
    }

    [Fact]
    public async Task Minutes_of_CloudWatch_say_what_a_provisioned_model_took_in_hours_without_its_calls()
    {
        var used = Some.Meter(Fast.Arn);
        var finding = Assert.Single(await Findings(ofProvisioned: false, more:
        [
            Some.Hour(used, new() { Invocations = 2, Input = 1500, Output = 150 }, "2026-11-02T08:00Z"),
            new Fact.Demand(used, [(Some.At("2026-11-02T08:00Z"), new() { Input = 1000, Output = 100 }), (Some.At("2026-11-02T08:01Z"), new() { Input = 500, Output = 50 })]),
        ]));
        Assert.Equal([0.649044m, 0.649044m, 0.649044m], Dollars(finding));
    }

    [Fact]
    public async Task A_provisioned_model_that_only_logs_saw_is_not_idle_and_its_units_are_paid_once()
    {
        using var folder = new Folder();
        using var ledger = await Filled(Path.Combine(folder.Path, "ledger"), []);
        var report = Report(ledger, unit: 0);
        var finding = Assert.Single(report.Findings, finding => finding.Check.StartsWith("provisioned-", StringComparison.Ordinal) && finding.Check != "provisioned-has-room");
        Assert.Equal("provisioned-under-used", finding.Check);
        // $55.00 × 720 less 1,500 and 150 tokens at $0.33 and $2.75 a million, 720 times.
        Assert.Equal(39_600 - 0.653400m, finding.Saving!.Standalone.Expected.Amount, 6);
    }

    private static IEnumerable<decimal> Dollars(Finding finding)
    {
        var alone = finding.Saving!.Standalone;
        return new[] { alone.Low, alone.Expected, alone.High }.Select(usd => Math.Round(usd.Amount, 6));
    }

    private static async Task<IReadOnlyList<Finding>> Findings(decimal unit = 0, bool ofProvisioned = true, params Fact[] more)
    {
        using var folder = new Folder();
        using var ledger = await Filled(Path.Combine(folder.Path, "ledger"), more, ofProvisioned);
        return Findings(ledger, unit);
    }

    private static IReadOnlyList<Finding> Findings(Ledger ledger, decimal unit) =>
        [.. Report(ledger, unit).Findings.Where(finding => finding.Check == "provisioned-has-room")];

    private static Reports.Report Report(Ledger ledger, decimal unit)
    {
        new LedgerPricing(ledger, Some.Book, OwnerRules.Default).Run(ledger.Span!.Value);
        return Proved.Of(ledger, Proved.Few with
        {
            ModelUnitCapacity = unit == 0 ? new Dictionary<string, decimal>() : new Dictionary<string, decimal> { ["amazon.nova-2-lite-v1:0"] = unit },
        });
    }

    private static async Task<Ledger> Filled(string path, Fact[] more, bool ofProvisioned = true)
    {
        var file = path + ".jsonl";
        var calls = OnDemand.Select(call => (Nova, call)).ToList();
        if (ofProvisioned)
        {
            calls.AddRange([(Fast.Arn, (0, 1000, 100)), (Fast.Arn, (1, 500, 50))]);
        }

        await File.WriteAllLinesAsync(file, calls.Select((call, i) => Line(call.Item1, call.Item2, i)));
        await Traced.Ingest(path, file);
        var ledger = Ledger.Open(path, "tests");
        Some.Write(ledger, [Fast, .. more], new Window(Some.At("2026-11-02T08:00Z"), Some.At("2026-11-02T09:00Z")));
        ledger.Supersede();
        return ledger;
    }

    private static string Line(string model, (int Minute, int Input, int Output) call, int i) => Some.LogRecord(
            "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"" + i + "\"}]}]}", id: i + 1,
            time: $"2026-11-02T08:{call.Minute:00}:{i:00}Z", input: call.Input)
        .Replace(Some.Sonnet, model, StringComparison.Ordinal)
        .Replace("\"outputTokenCount\":10", $"\"outputTokenCount\":{call.Output}", StringComparison.Ordinal);
}
