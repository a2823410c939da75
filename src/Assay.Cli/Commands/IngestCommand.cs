using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
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
            path, Files(named, window), store is null ? local : new SourceBodies(local, store.Bodies),
            Math.Max(1, parsed.GetValue(threads)), parsed.GetValue(keepSessions), parsed.GetValue(strict))
        {
            Remote = store is null ? null : Remote(named, store),
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

    /// <summary>Every file of this machine once, though several paths lead to it.</summary>
    /// <exception cref="AssayException">There are files, and all of other hours than were asked for.</exception>
    private static List<CallFile> Files(string[] paths, Window? window)
    {
        var named = paths.Where(path => !RemotePath.Is(path)).ToList();
        var found = named.SelectMany(LocalFiles.Of).DistinctBy(file => file.Place, StringComparer.Ordinal).ToList();
        var wanted = found.Where(file => !LogPath.IsOutside(file.Place, window)).ToList();
        return wanted.Count > 0 || found.Count == 0 || named.Count < paths.Length
            ? wanted
            : throw new AssayException(
                ExitCode.NoResult,
                $"none of the {found.Count} files under {string.Join(", ", named)} is of {Hour(window!.Value.From)} to "
                + $"{Hour(window.Value.To)} UTC",
                "widen --since and --until; the hours are those in the paths of the files");
    }

    private static string Hour(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What lies in AWS. A path that leads nowhere is told before anything is read.</summary>
    private static Func<Func<string, string, long, bool>, IEnumerable<CallFile>> Remote(string[] paths, LogStore store)
    {
        Func<string, string, long, bool> isKnown = (_, _, _) => false;
        var found = paths.Where(RemotePath.Is).Distinct(StringComparer.Ordinal)
            .Select(path => RemotePath.Of(path, store, (place, etag, bytes) => isKnown(place, etag, bytes))).ToList();
        return ledger =>
        {
            isKnown = ledger;
            return found.SelectMany(files => files);
        };
    }
}
