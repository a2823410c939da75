using System.CommandLine;
using Assay.Aws;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;

namespace Assay.Cli.Commands;

/// <summary><c>assay scan</c>: reads a live account, or a recording of one.</summary>
internal sealed class ScanCommand : ICommand
{
    private readonly AccountOptions account = new();

    private readonly Option<bool> bill = new("--bill")
    {
        Description = "also ask Cost Explorer what was billed ($0.01 a request)",
    };

    private readonly Option<bool> minutes = new("--minutes")
    {
        Description = "also read tokens by the minute, for assay capacity (the last 15 days)",
    };

    private readonly Option<string?> record = new("--record")
    {
        Description = "write every response here, secrets scrubbed",
        HelpName = "DIR",
    };

    private readonly Option<string?> from = new("--from")
    {
        Description = "repeat a recorded scan, with no network",
        HelpName = "DIR",
    };

    private readonly Option<bool> plan = new("--plan")
    {
        Description = "print what would be asked and what that costs, and ask nothing that costs",
    };

    private readonly Option<decimal?> maxCost = new("--max-cost")
    {
        Description = "stop before a scan whose API calls would cost more",
        HelpName = "USD",
    };

    private readonly ReportingOptions reporting = new();

    private readonly TimeOptions time = new();

    public Command Build()
    {
        const string about = "Read the live account and say what Bedrock costs and what to do about it (read-only).";
        var command = new Command("scan", about)
        {
            bill, minutes, record, from, plan, maxCost,
        };
        account.AddTo(command);
        time.AddTo(command);
        reporting.AddTo(command, withLedger: true);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var settings = reporting.Read(parsed);
        var run = new ScanRun(settings, "scan");
        if (parsed.GetValue(from) is { } recording)
        {
            RefuseBesideARecording(parsed);
            return (int)await run.ReplayAsync(() => Recording.Open(recording), cancel);
        }

        var (window, now) = time.Read(parsed, TimeProvider.System);
        var request = account.Into(new ScanRequest(window, now), parsed) with
        {
            WithBill = parsed.GetValue(bill),
            WithMinutes = parsed.GetValue(minutes),
            RecordTo = parsed.GetValue(record),
            MaxCost = parsed.GetValue(maxCost),
        };
        if (parsed.GetValue(plan))
        {
            return (int)await Plan.PrintAsync(request, settings, cancel);
        }

        if (parsed.GetValue(maxCost) is { } most)
        {
            await Plan.CheckAsync(request, most, cancel);
        }

        return (int)await run.ScanAsync(request, recording: null, cancel);
    }

    /// <summary>
    /// A recording has its own accounts, Regions and window: options that would change them are not ignored.
    /// </summary>
    private void RefuseBesideARecording(ParseResult parsed)
    {
        Option[] live = [.. account.All, bill, minutes, record, plan, maxCost, .. time.All];
        if (live.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } given)
        {
            throw new AssayException(
                ExitCode.Usage,
                $"{given.Name} means nothing beside --from: a recording has its own accounts, Regions and window",
                $"leave out {given.Name}, or scan the account itself");
        }
    }
}
