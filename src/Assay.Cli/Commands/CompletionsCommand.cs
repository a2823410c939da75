using System.CommandLine;
using Assay.Cli.Describing;
using Assay.Diagnostics;

namespace Assay.Cli.Commands;

/// <summary><c>assay completions</c>: scripts for shells, made of the commands themselves.</summary>
internal sealed class CompletionsCommand : ICommand
{
    public Command Build() => new("completions", "A script that completes verbs, options and their words.")
    {
        Shell("bash", "For bash: source <(assay completions bash)", BashCompletion.Of),
        Shell("zsh", "For zsh: source <(assay completions zsh), after compinit", ZshCompletion.Of),
        Shell("fish", "For fish: assay completions fish | source", FishCompletion.Of),
    };

    private static Command Shell(string name, string about, Func<VerbModel, string> make)
    {
        var shell = new Command(name, about);
        shell.SetAction(parsed =>
        {
            Console.Out.Write(make(VerbModel.Of(parsed.RootCommandResult.Command)));
            return (int)ExitCode.Done;
        });
        return shell;
    }
}
