using System.CommandLine;
using Assay.Cli.Describing;
using Assay.Diagnostics;

namespace Assay.Cli.Commands;

/// <summary><c>assay man</c>: the manual page, made of the commands themselves.</summary>
internal sealed class ManCommand : ICommand
{
    public Command Build()
    {
        var command = new Command("man", "The manual page: assay man | man -l -");
        command.SetAction(parsed =>
        {
            Console.Out.Write(ManPage.Of(VerbModel.Of(parsed.RootCommandResult.Command)));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
