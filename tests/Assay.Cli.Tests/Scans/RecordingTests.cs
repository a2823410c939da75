using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Scans;

/// <summary>What a scan keeps gives the same report again.</summary>
public sealed class RecordingTests
{
    [Fact]
    public async Task A_recorded_scan_and_its_ledger_repeat_the_report_without_a_network()
    {
        using var folder = new TempFolder();
        string[] from = ["scan", "--from", folder.Sub("recording"), "--format", "json"];
        var (recording, ledger, other) = (folder.Sub("recording"), folder.Sub("a.duckdb"), folder.Sub("b.duckdb"));
        var first = await RecordAsync(recording, ledger);

        var kept = (await Shell.Bare.RunAsync([.. from, "--ledger", other])).EndsWith(0);
        // Commands that check a finding again name the ledger that was written.
        Assert.Equal(first.Out, kept.Out.Replace(other, ledger, StringComparison.Ordinal));

        foreach (var path in (string[])[ledger, other])
        {
            var report = (await Shell.Bare.RunAsync("report", "--ledger", path, "--format", "json")).EndsWith(0).Report;
            Assert.Equal(first.Report.Rows.Select(row => row.Json), report.Rows.Select(row => row.Json));
            Assert.Equal(first.Report.Totals.GetRawText(), report.Totals.GetRawText());
        }
    }

    [Fact]
    public async Task The_same_scan_into_the_same_ledger_changes_nothing()
    {
        using var folder = new TempFolder();
        var ledger = folder.Sub("kept.duckdb");
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        string[] scan = [.. Everything.Scan, "--ledger", ledger, "--bill"];
        string[] report = ["report", "--ledger", ledger, "--format", "json"];

        var first = (await Everything.At(aws).RunAsync(scan)).EndsWith(0);
        var before = (await Shell.Bare.RunAsync(report)).EndsWith(0);
        var second = (await Everything.At(aws).RunAsync(scan)).EndsWith(0);
        var after = (await Shell.Bare.RunAsync(report)).EndsWith(0);

        Assert.Equal(first.Out, second.Out);
        Assert.Equal(before.Out, after.Out);
        Assert.Equal(first.Report.Totals.GetRawText(), after.Report.Totals.GetRawText());
    }

    [Fact]
    public async Task A_second_scan_of_a_later_window_keeps_the_first()
    {
        using var folder = new TempFolder();
        var ledger = folder.Sub("kept.duckdb");
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        string[] scan = ["scan", .. Everything.Scan.Skip(3), "--ledger", ledger];
        string[] early = [.. scan, "--since", "2026-11-18T06:00:00Z", "--until", "2026-11-19T06:00:00Z"];

        (await Everything.At(aws).RunAsync(early)).EndsWith(0);
        (await Everything.At(aws).RunAsync([.. scan, "--since", "2026-11-19T06:00:00Z"])).EndsWith(0);
        var report = (await Shell.Bare.RunAsync("report", "--ledger", ledger, "--format", "json")).EndsWith(0).Report;

        Assert.Equal(2_649.186m, report.Cost);
        Assert.Equal(480, report.Row(Everything.Sonnet).Count("invocations"));
    }

    [Fact]
    public async Task A_recording_of_a_partial_scan_repeats_its_gaps_and_its_exit()
    {
        using var folder = new TempFolder();
        string[] from = ["scan", "--from", folder.Sub("recording"), "--format", "json"];
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Operation = "ListServiceQuotas" });
        string[] asked = [.. Everything.Scan, "--organization", "missing", "--record", folder.Sub("recording")];

        var first = (await Everything.At(aws).RunAsync(asked)).EndsWith(4);
        var again = (await Shell.Bare.RunAsync(from)).EndsWith(4);

        Assert.Equal(first.Out, again.Out);
        again.Report.Tells("servicequotas:ListServiceQuotas is denied");
    }

    private static async Task<Ran> RecordAsync(string recording, string ledger)
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        return (await Everything.ScanAsync(
            aws, "--bill", "--organization", Everything.Role, "--record", recording, "--ledger", ledger))
            .EndsWith(0);
    }
}
