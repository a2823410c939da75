using System.CommandLine;
using System.CommandLine.Completions;
using Assay.Aws.Logs;
using Assay.Calls;
using Assay.Cli.Hosting;
using Assay.Cli.Ingesting;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Sources;
using Assay.Usage;

namespace Assay.Cli.Commands;

/// <summary><c>assay ingest</c>: calls into the ledger.</summary>
internal sealed class IngestCommand : ICommand
{
    private static readonly SortedDictionary<string, CallFormat> Formats = new(StringComparer.Ordinal)
    {
        ["invocation-log"] = CallFormat.InvocationLog,
        ["token-trace"] = CallFormat.TokenTrace,
    };

    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "files, folders or globs of invocation logs and token traces, s3://bucket/prefix, "
            + "logs://log-group",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> ledger = new("--ledger")
    {
        Description = "the DuckDB file that keeps the calls; made where there is none",
        HelpName = "FILE",
        Required = true,
    };

    private readonly FormOption format = new(FormOption.TableOrJson);

    private readonly Option<string?> source = new("--source")
    {
        Description = "what the records are, where looking does not tell: invocation-log or token-trace",
        HelpName = "FORMAT",
        CompletionSources = { _ => Formats.Keys.Select(format => new CompletionItem(format)) },
    };

    private readonly Option<int> threads = new("--threads")
    {
        Description = "files that are parsed at once (default: the cores, four at most)",
        DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, 4),
        HelpName = "N",
    };

    private readonly Option<bool> keepSessions = new("--keep-sessions")
    {
        Description = "keep names of sessions as they are; else what is new in each run becomes *",
    };

    private readonly Option<bool> strict = new("--strict")
    {
        Description = "read with the framework's own readers only: slower, for comparison",
    };

    private readonly Option<string?> config = new("--config")
    {
        Description = "configuration, as for the report",
        HelpName = "FILE",
    };

    private readonly TimeOptions time = new(isOpen: true);

    private readonly LogOptions logs = new();

    private readonly Option<bool> quiet = new("--quiet") { Description = "nothing on standard error but errors" };

    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "every diagnostic" };

    public Command Build()
    {
        const string about = "Read model invocation logs and token traces into a ledger: every call once, no text.";
        var command = new Command("ingest", about)
        {
            paths, ledger, format, source, threads, keepSessions, strict, config, quiet, verbose,
        };
        time.AddTo(command);
        logs.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var form = format.Read(parsed);
        var book = Task.Run(Prices.Current, cancel);
        var path = parsed.GetValue(ledger)!;
        Window? window = time.IsGiven(parsed) ? time.Read(parsed, TimeProvider.System).Window : null;
        var named = parsed.GetValue(paths)!;
        using var store = named.Any(RemotePath.Is)
            ? await LogStore.OpenAsync(logs.Read(parsed, window), cancel)
            : null;
        var local = new LocalBodies();
        var request = new IngestRequest(
            path, Files(named, window, store), store is null ? local : new SourceBodies(local, store.Bodies),
            Math.Max(1, parsed.GetValue(threads)), parsed.GetValue(keepSessions), parsed.GetValue(strict))
        {
            Format = parsed.GetValue(source) is { } name
                ? Formats[FormOption.Known(name, "format", Formats.Keys)]
                : null,
        };
        var owners = ConfigurationFile.Read(parsed.GetValue(config)).Owners;
        var result = await new IngestRun(request, KeyFile.Read(), owners).RunAsync(await book, null, cancel);
        if (form == "json")
        {
            IngestText.WriteJson(result);
        }
        else
        {
            IngestText.Write(result, path, Console.Out);
        }

        if (!parsed.GetValue(quiet))
        {
            IngestText.WriteDiagnostics(result, Console.Error, parsed.GetValue(verbose));
        }

        return (int)result.Exit;
    }

    /// <summary>Every file of this machine once, though several paths lead to it; then what lies in AWS.</summary>
    private static IEnumerable<CallFile> Files(string[] paths, Window? window, LogStore? store)
    {
        List<CallFile> local =
        [
            .. paths.Where(path => !RemotePath.Is(path)).SelectMany(LocalFiles.Of)
                .Where(file => !LogPath.IsOutside(file.Place, window))
                .DistinctBy(file => file.Place, StringComparer.Ordinal),
        ];
        var remote = paths.Where(RemotePath.Is).Distinct(StringComparer.Ordinal)
            .Select(path => RemotePath.Of(path, store!)).ToList();
        return remote.Count == 0 ? local : local.Concat(remote.SelectMany(files => files));
    }
}
