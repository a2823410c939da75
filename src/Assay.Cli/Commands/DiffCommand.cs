using System.CommandLine;
using System.CommandLine.Completions;
using Assay.Cli.Comparing;
using Assay.Cli.Running;
using Assay.Diagnostics;

namespace Assay.Cli.Commands;

/// <summary><c>assay diff</c>: two reports beside each other.</summary>
internal sealed class DiffCommand : ICommand
{
    private static readonly string[] Forms = ["table", "json"];

    private readonly Argument<string> before = new("BEFORE") { Description = "the earlier report, as JSON" };

    private readonly Argument<string> after = new("AFTER") { Description = "the later report, as JSON" };

    private readonly Option<string> format = new("--format")
    {
        Description = "table or json",
        DefaultValueFactory = _ => "table",
        HelpName = "FORM",
        CompletionSources = { _ => Forms.Select(form => new CompletionItem(form)) },
    };

    private readonly Option<string?> failOn = new("--fail-on")
    {
        Description = "regression: exit 3 if a finding is new or worse",
        HelpName = "WHAT",
        CompletionSources = { _ => [new CompletionItem("regression")] },
    };

    public Command Build()
    {
        const string about = "Two reports: which findings are new, fixed, better or worse, each with its dollars.";
        var command = new Command("diff", about) { before, after, format, failOn };
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed)));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var form = Word(parsed.GetValue(format)!, "form", Forms);
        var failing = parsed.GetValue(failOn) is { } what && Word(what, "reason to fail", ["regression"]) == what;
        var difference = new ReportDifference(
            ReportFile.Read(parsed.GetValue(before)!), ReportFile.Read(parsed.GetValue(after)!));
        if (form == "json")
        {
            DifferenceText.WriteJson(difference);
        }
        else
        {
            ReportFiles.ToStandardOutput(writer => DifferenceText.Write(difference, writer));
        }

        return (int)(failing && difference.IsRegression ? ExitCode.Findings : ExitCode.Done);
    }

    private static string Word(string given, string what, string[] known) => known.Contains(given)
        ? given
        : throw new AssayException(
            ExitCode.Usage, $"no {what} is called {given}", "choose from: " + string.Join(", ", known));
}
