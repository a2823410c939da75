using System.CommandLine;
using Assay.Analysis.Checks;
using Assay.Analysis.Levers;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;

namespace Assay.Cli.Commands;

/// <summary><c>assay checks</c>: what is looked for, and how it stands with a ledger.</summary>
internal sealed class ChecksCommand : ICommand
{
    private readonly Argument<string> id = new("ID") { Description = "a check, as assay checks list names it" };

    public Command Build()
    {
        var list = new Command("list", "Every check, with the lever that mends what it finds.");
        list.SetAction(_ => List());
        var show = new Command("show", "What a check means, what to do, its thresholds and its query.") { id };
        show.SetAction(parsed => Show(parsed.GetValue(id)!));
        var run = new Command("run", "The report of a ledger, of all checks or of those that --check names.");
        var report = new LedgerReport("checks");
        report.AddTo(run);
        run.SetAction(parsed => (int)report.Run(parsed));
        return new Command("checks", "What is looked for, and how it stands with a ledger.") { list, show, run };
    }

    private static int List()
    {
        foreach (var check in CheckOptions.Ids)
        {
            var (lever, title) = TitleOf(check);
            Console.Out.WriteLine($"{check,-30} {lever,-23} {title}");
        }

        return (int)ExitCode.Done;
    }

    private static int Show(string check)
    {
        if (SqlCheck.All.FirstOrDefault(each => each.Id == check) is { } asked)
        {
            Console.Out.WriteLine(asked.Help + "\n```sql\n" + asked.Sql.TrimEnd() + "\n```");
        }
        else if (Lever.All.FirstOrDefault(lever => lever.Checks.Any(each => each.Id == check)) is { } lever)
        {
            Console.Out.WriteLine(Lever.HelpOf(lever).TrimEnd());
        }
        else
        {
            throw new AssayException(ExitCode.Usage, $"no check is called {check}", "see: assay checks list");
        }

        return (int)ExitCode.Done;
    }

    private static (string Lever, string Title) TitleOf(string check)
    {
        foreach (var lever in Lever.All)
        {
            if (lever.Checks.FirstOrDefault(each => each.Id == check) is { } found)
            {
                return (lever.Id, found.Title);
            }
        }

        return ("-", SqlCheck.All.Single(each => each.Id == check).Title);
    }
}
