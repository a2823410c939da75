using System.CommandLine;
using Assay.Aws;
using Assay.Aws.Examinations;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;

namespace Assay.Cli.Commands;

/// <summary><c>assay doctor</c>: what a scan could read, what is denied, and what to add.</summary>
internal sealed class DoctorCommand : ICommand
{
    private readonly AccountOptions account = new();

    private readonly TimeOptions time = new();

    private readonly Option<bool> withLogsAndBilling = new("--with-logs-and-billing")
    {
        Description = "also try Cost Explorer ($0.02 an account), exports of the bill, and invocation logs in S3",
    };

    private readonly Option<string?> bucket = new("--bucket")
    {
        Description = "bucket of the invocation logs (default: the one that the logging configuration names)",
        HelpName = "NAME",
    };

    private readonly FormOption format = new(FormOption.TableOrJson);

    public Command Build()
    {
        const string about = "What a scan could read here, what is denied, and what to add to the policy.";
        var command = new Command("doctor", about) { withLogsAndBilling, bucket, format };
        account.AddTo(command);
        time.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var form = format.Read(parsed);

        var (window, now) = time.Read(parsed, TimeProvider.System);
        var doctor = new Doctor(account.Into(new ScanRequest(window, now), parsed))
        {
            WithLogsAndBilling = parsed.GetValue(withLogsAndBilling),
            Bucket = parsed.GetValue(bucket),
        };
        var found = await doctor.ExamineAsync(cancel);
        if (form == "json")
        {
            ExaminationJson.Write(found);
        }
        else
        {
            ExaminationTable.Write(found, Console.Out);
        }

        ReceiptText.Write(found.Receipt, Console.Error, verbose: false);
        return (int)(found.IsSound ? ExitCode.Done : ExitCode.Partial);
    }
}
