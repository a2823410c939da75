using Assay.Cli.Commands;
using Assay.Cli.Hosting;

return await Host.RunAsync(CommandList.Root(), args).ConfigureAwait(false);
