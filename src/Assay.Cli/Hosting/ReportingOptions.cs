using System.CommandLine;
using System.CommandLine.Completions;
using Assay.Diagnostics;
using Assay.Findings;
using Assay.Outputs;

namespace Assay.Cli.Hosting;

/// <summary>Options of every verb that reports: form, files, ledger, exit code.</summary>
internal sealed class ReportingOptions
{
    private readonly Option<string?> format = new("--format")
    {
        Description = "form on standard output: " + string.Join(", ", Output.All.Select(output => output.Name)),
        HelpName = "FORM",
        CompletionSources = { _ => Output.All.Select(output => new CompletionItem(output.Name)) },
    };

    private readonly Option<string[]> output = new("--output")
    {
        Description = "write a file, repeatable; the form is taken from the extension",
        HelpName = "FILE",
    };

    private readonly Option<string?> csvTable = new("--csv-table")
    {
        Description = "what CSV holds: models, findings, workloads, owners, series or billed",
        HelpName = "TABLE",
        CompletionSources = { _ => Words<CsvTable>() },
    };

    private readonly Option<string?> ledger = new("--ledger")
    {
        Description = "a DuckDB file that keeps what was read",
        HelpName = "FILE",
    };

    private readonly Option<string?> failOn = new("--fail-on")
    {
        Description = "exit 3 on findings from this severity on: low, medium or high",
        HelpName = "SEVERITY",
        CompletionSources = { _ => Words<Severity>() },
    };

    private readonly Option<string?> config = new("--config")
    {
        Description = "configuration (default: the nearest assay.yaml upward; none where CI is set)",
        HelpName = "FILE",
    };

    private readonly CheckOptions checks = new();

    private readonly Option<bool> quiet = new("--quiet") { Description = "nothing on standard error but errors" };

    private readonly Option<bool> verbose = new("--verbose", "-v")
    {
        Description = "snippets and everything that was read",
    };

    private readonly Option<bool> noColor = new("--no-color") { Description = "no colours (also: NO_COLOR)" };

    public void AddTo(Command command, bool withLedger)
    {
        foreach (var option in (Option[])[format, output, csvTable, failOn, config, quiet, verbose, noColor])
        {
            command.Add(option);
        }

        checks.AddTo(command);
        if (withLedger)
        {
            command.Add(ledger);
        }
    }

    public Settings Read(ParseResult parsed)
    {
        var files = (parsed.GetValue(output) ?? []).Select(path => (InFolder(path), Extension(path))).ToList();
        var form = parsed.GetValue(format);
        return new(
            form is not null ? Named(form) : files.Count > 0 ? null : Output.All[0],
            files,
            new OutputOptions
            {
                Width = Screen.Width(),
                Color = !parsed.GetValue(noColor) && Screen.HasColor(),
                CsvTable = Table(parsed.GetValue(csvTable)),
                Verbose = parsed.GetValue(verbose),
            },
            parsed.GetValue(ledger),
            SeverityOf(parsed.GetValue(failOn)),
            parsed.GetValue(quiet),
            checks.Over(ConfigurationFile.Read(parsed.GetValue(config)), parsed));
    }

    private static IReportOutput Named(string name) =>
        Output.All.FirstOrDefault(each => each.Name == name)
        ?? throw new AssayException(ExitCode.Usage, $"no form is called {name}", "choose from: " + Names());

    private static IReportOutput Extension(string path) =>
        Output.All.FirstOrDefault(each => each.Extensions.Contains(Path.GetExtension(path).ToLowerInvariant()))
        ?? throw new AssayException(
            ExitCode.Usage, $"--output {path}: no form has this extension",
            "use one of: " + string.Join(", ", Output.All.SelectMany(each => each.Extensions)));

    /// <summary>Told now and not after a scan of minutes.</summary>
    private static string InFolder(string path) =>
        Path.GetDirectoryName(path) is null or "" || Directory.Exists(Path.GetDirectoryName(path))
            ? path
            : throw new AssayException(
                ExitCode.Usage,
                $"--output {path}: there is no folder {Path.GetDirectoryName(path)}",
                "make the folder, or name another");

    private static CsvTable Table(string? name) => name is null ? CsvTable.Models
        : Enum.TryParse<CsvTable>(name, ignoreCase: true, out var table) && Enum.IsDefined(table) ? table
        : throw new AssayException(
            ExitCode.Usage,
            $"no table is called {name}",
            "choose from: " + string.Join(", ", Enum.GetNames<CsvTable>()).ToLowerInvariant());

    private static Severity? SeverityOf(string? name) => name is null ? null
        : Enum.TryParse<Severity>(name, ignoreCase: true, out var severity) && Enum.IsDefined(severity) ? severity
        : throw new AssayException(ExitCode.Usage, $"no severity is called {name}", "choose from: low, medium, high");

    private static IEnumerable<CompletionItem> Words<T>()
        where T : struct, Enum =>
        Enum.GetNames<T>().Select(name => new CompletionItem(name.ToLowerInvariant()));

    private static string Names() => string.Join(", ", Output.All.Select(each => each.Name));
}
