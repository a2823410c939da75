using System.CommandLine;
using Assay.Cli.Commands;
using Assay.Cli.Hosting;

var root = new RootCommand("Token FinOps for Amazon Bedrock: where the tokens go, what each lever would save.");
foreach (var command in CommandList.All)
{
    root.Add(command.Build());
}

return await Host.RunAsync(root, args).ConfigureAwait(false);
