using System.CommandLine;
using System.Globalization;
using Assay.Analysis.Checks;
using Assay.Analysis.Levers;
using Assay.Diagnostics;

namespace Assay.Cli.Hosting;

/// <summary>Which checks are run, with which thresholds, and which findings are muted.</summary>
internal sealed class CheckOptions
{
    private readonly Option<string[]> only = new("--check")
    {
        Description = "run this check alone, repeatable (see: assay checks list)",
        HelpName = "ID",
    };

    private readonly Option<string[]> except = new("--exclude-check")
    {
        Description = "leave this check out, repeatable",
        HelpName = "ID",
    };

    private readonly Option<string[]> set = new("--set")
    {
        Description = "set a threshold, as in assay.yaml, repeatable",
        HelpName = "NAME=VALUE",
    };

    private readonly Option<string?> mute = new("--mute")
    {
        Description = "findings that are left out, each with a reason and an end (YAML)",
        HelpName = "FILE",
    };

    /// <summary>Every check that there is.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. Lever.All.SelectMany(lever => lever.Checks).Select(check => check.Id)
            .Concat(SqlCheck.All.Select(check => check.Id)).Order(StringComparer.Ordinal),
    ];

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[only, except, set, mute])
        {
            command.Add(option);
        }
    }

    public Configuration Over(Configuration configuration, ParseResult parsed)
    {
        foreach (var text in parsed.GetValue(set) ?? [])
        {
            configuration = text.Split('=') is [var name, var value]
                && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                && number >= 0
                    ? configuration.With(name, number) ?? throw new AssayException(
                        ExitCode.Usage, $"--set {text}: no threshold is called {name}",
                        "see the thresholds of a check: assay checks show ID")
                    : throw new AssayException(
                        ExitCode.Usage, $"--set {text} sets nothing", "write it as name=value, with a number");
        }

        return configuration with
        {
            Checks = configuration.Checks with
            {
                Only = Known(parsed.GetValue(only) ?? []),
                Except = Known(parsed.GetValue(except) ?? []),
                Mutes = MuteFile.Read(parsed.GetValue(mute)),
            },
        };
    }

    private static string[] Known(string[] ids) =>
        Array.Find(ids, id => !Ids.Contains(id)) is { } strange
            ? throw new AssayException(ExitCode.Usage, $"no check is called {strange}", "see: assay checks list")
            : ids;
}
