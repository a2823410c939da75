using System.CommandLine;

namespace Assay.Cli.Commands;

/// <summary>One verb of the program.</summary>
internal interface ICommand
{
    Command Build();
}
