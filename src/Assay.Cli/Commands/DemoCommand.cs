using System.CommandLine;
using System.CommandLine.Completions;
using Assay.Aws;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;

namespace Assay.Cli.Commands;

/// <summary><c>assay demo</c>: the scan, of a bundled recording.</summary>
internal sealed class DemoCommand : ICommand
{
    private readonly Option<string?> scenario = new("--scenario")
    {
        Description = $"which bundled account (default: {Scenarios.Default})",
        HelpName = "NAME",
        CompletionSources = { _ => Scenarios.All().Select(each => new CompletionItem(each.Name)) },
    };

    private readonly Option<bool> list = new("--list") { Description = "list the bundled accounts" };

    private readonly ReportingOptions reporting = new();

    public Command Build()
    {
        var command = new Command("demo", "The same report from a bundled account: no AWS account needed.")
        {
            scenario, list,
        };
        reporting.AddTo(command, withLedger: true);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(list))
        {
            var scenarios = Scenarios.All().ToList();
            var width = scenarios.Max(each => each.Name.Length);
            foreach (var (name, about) in scenarios)
            {
                Console.Out.WriteLine($"{name.PadRight(width)}  {about}");
            }

            return (int)ExitCode.Done;
        }

        var wanted = parsed.GetValue(scenario) ?? Scenarios.Default;
        var run = new ScanRun(reporting.Read(parsed), "demo");
        return (int)await run.ReplayAsync(wanted, cancel);
    }
}
