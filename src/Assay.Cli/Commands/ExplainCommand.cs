using System.CommandLine;
using System.CommandLine.Completions;
using Assay.Aws;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Outputs;
using Assay.Reports;

namespace Assay.Cli.Commands;

/// <summary><c>assay explain</c>: what one finding's dollars are made of.</summary>
internal sealed class ExplainCommand : ICommand
{
    private const int IdsTold = 2;

    private readonly Argument<string> finding = new("FINDING")
    {
        Description = "the id of a finding, or a part of it that no other id has",
    };

    private readonly Option<string?> ledger = new("--ledger")
    {
        Description = "the DuckDB file that a scan has written",
        HelpName = "FILE",
    };

    private readonly Option<string?> scenario = new("--scenario")
    {
        Description = "the bundled account of assay demo",
        HelpName = "NAME",
        CompletionSources = { _ => Scenarios.All().Select(each => new CompletionItem(each.Name)) },
    };

    private readonly FormOption format = new(Explanations.Forms);

    private readonly Option<string?> config = new("--config")
    {
        Description = "configuration, as for the report",
        HelpName = "FILE",
    };

    private readonly Option<bool> noColor = new("--no-color") { Description = "no colours (also: NO_COLOR)" };

    private readonly TimeOptions time = new();

    public Command Build()
    {
        const string about = "One finding's inputs, formula, prices with source and date, and how to re-check it.";
        var command = new Command("explain", about) { finding, ledger, scenario, format, config, noColor };
        time.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var form = format.Read(parsed);

        var options = new OutputOptions
        {
            Width = Screen.Width(),
            Color = !parsed.GetValue(noColor) && Screen.HasColor(),
        };
        var settings = new Settings(
            null, [], options, parsed.GetValue(ledger), null, true, ConfigurationFile.Read(parsed.GetValue(config)));
        var chosen = Chosen(await AllAsync(parsed, settings, cancel), parsed.GetValue(finding)!);
        ReportFiles.ToStandardOutput(writer => Explanations.Write(chosen, form, writer, options));
        return (int)ExitCode.Done;
    }

    private async Task<IReadOnlyList<Explanation>> AllAsync(
        ParseResult parsed, Settings settings, CancellationToken cancel)
    {
        switch (settings.Ledger, parsed.GetValue(scenario))
        {
            case ({ } path, null):
                var (opened, span) = LedgerFile.Open(path);
                using (opened)
                {
                    var window = time.IsGiven(parsed) ? time.Read(parsed, TimeProvider.System).Window : span;
                    return new ScanRun(settings, "report").Explain(opened, window);
                }

            case (null, { } name) when !time.IsGiven(parsed):
                return await new ScanRun(settings, "demo").ExplainAsync(name, cancel);
            case (null, { }):
                throw new AssayException(
                    ExitCode.Usage, "a bundled account has its own window", "leave out --since, --until and --now");
            default:
                throw new AssayException(
                    ExitCode.Usage,
                    "a finding is explained from one ledger or from one bundled account",
                    $"add --ledger FILE, as given to assay scan, or --scenario {Scenarios.Default}, as of assay demo");
        }
    }

    private static Explanation Chosen(IReadOnlyList<Explanation> all, string wanted)
    {
        var exact = all.Where(each => each.Finding.Id == wanted).ToList();
        var meant = exact.Count > 0
            ? exact
            : [.. all.Where(each => each.Finding.Id.Contains(wanted, StringComparison.OrdinalIgnoreCase))];
        if (meant.Count == 1)
        {
            return meant[0];
        }

        var choice = meant.Count == 0 ? all : meant;
        throw new AssayException(
            ExitCode.Usage,
            meant.Count == 0 ? $"no finding is called {wanted}" : $"{wanted} means {meant.Count} findings",
            choice.Count == 0
                ? "there is no finding here"
                : $"choose one of {choice.Count}, which the report has with -v, such as:\n  "
                    + string.Join("\n  ", choice.Take(IdsTold).Select(Explanations.Id)));
    }
}
