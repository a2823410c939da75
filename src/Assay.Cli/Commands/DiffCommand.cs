using System.CommandLine;
using System.CommandLine.Completions;
using Assay.Cli.Comparing;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;

namespace Assay.Cli.Commands;

/// <summary><c>assay diff</c>: two reports beside each other.</summary>
internal sealed class DiffCommand : ICommand
{
    private readonly Argument<string> before = new("BEFORE") { Description = "the earlier report, as JSON" };

    private readonly Argument<string> after = new("AFTER") { Description = "the later report, as JSON" };

    private readonly FormOption format = new(FormOption.TableOrJson);

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
        var form = format.Read(parsed);
        var failing = parsed.GetValue(failOn) is { } what
            && FormOption.Known(what, "reason to fail", ["regression"]) == what;
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
}
