using System.CommandLine;
using System.CommandLine.Completions;
using Assay.Analysis.Simulation;
using Assay.Analysis.Workloads;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Outputs;

namespace Assay.Cli.Commands;

/// <summary><c>assay replay</c>: the calls of a ledger, made otherwise.</summary>
internal sealed class ReplayCommand : ICommand
{
    private readonly Option<string> ledger = new("--ledger")
    {
        Description = "the DuckDB file with the calls, as given to assay ingest",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string[]> lever = new("--lever")
    {
        Description = "a change to replay, as prompt-caching:mode=ideal,ttl=5m; repeatable",
        HelpName = "ID[:key=value,…]",
        CompletionSources = { _ => ReplayLevers.Ids.Select(id => new CompletionItem(id)) },
    };

    private readonly FormOption format = new(ReplayForms.All);

    private readonly Option<string?> config = new("--config")
    {
        Description = "configuration, as for the report",
        HelpName = "FILE",
    };

    private readonly Option<bool> noColor = new("--no-color") { Description = "no colours (also: NO_COLOR)" };

    private readonly TimeOptions time = new();

    public Command Build()
    {
        const string about = "Replay a ledger's calls with levers pulled: what they would have cost, call by call.";
        var command = new Command("replay", about) { ledger, lever, format, config, noColor };
        time.AddTo(command);
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed)));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var form = format.Read(parsed);

        List<LeverRequest> requests = [.. (parsed.GetValue(lever) ?? []).Select(LeverRequest.Parse)];
        var options = new OutputOptions
        {
            Width = Screen.Width(),
            Color = !parsed.GetValue(noColor) && Screen.HasColor(),
        };
        var path = parsed.GetValue(ledger)!;
        var (opened, span) = LedgerFile.Open(path);
        using var closing = opened;
        var (calls, isDerived) = opened.Calls;
        if (calls == 0)
        {
            throw new AssayException(
                ExitCode.NoResult, $"{path} holds no calls", $"add some: assay ingest PATH --ledger {path}");
        }

        var book = Prices.Current();
        var settings = ConfigurationFile.Read(parsed.GetValue(config));
        if (!isDerived)
        {
            new WorkloadFinder(opened, book, settings.Owners).Run();
        }

        var window = time.IsGiven(parsed) ? time.Read(parsed, TimeProvider.System).Window : span;
        var replay = new Replayer(opened, book, window, settings.Levers).Run(requests);
        if (replay.Calls == 0)
        {
            throw new AssayException(
                ExitCode.NoResult,
                $"{path} holds no calls from {window.From.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} to "
                    + $"{window.To.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
                $"what it holds is from {span.From.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} to "
                    + $"{span.To.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}: give another --since and --until, or none");
        }

        ReportFiles.ToStandardOutput(writer => ReplayForms.Write(replay, form, writer, options));
        return (int)ExitCode.Done;
    }
}
