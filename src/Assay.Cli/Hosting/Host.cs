using System.CommandLine;
using Assay.Diagnostics;

namespace Assay.Cli.Hosting;

/// <summary>
/// Runs the command line; the one place where what went wrong becomes a line on stderr and an exit code.
/// </summary>
internal static class Host
{
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync("assay: " + error.Message);
            }

            var verb = Verb(parsed) is { } known ? known + " " : "";
            await Console.Error.WriteLineAsync($"  try: assay {verb}--help");
            return (int)ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (Said(e) is { } said)
        {
            var remedy = said.Remedy is { } todo ? "\n  " + todo : "";
            await Console.Error.WriteLineAsync($"assay: {said.What}{remedy}");
            return (int)said.Exit;
        }
    }

    /// <summary>What a person reads. A bug's message may hold data, so only its kind and place are told.</summary>
    private static (string What, string? Remedy, ExitCode Exit)? Said(Exception e) => e switch
    {
        AssayException known => (known.Message, known.Remedy, known.ExitCode),
        OperationCanceledException => ("interrupted", null, ExitCode.Interrupted),
        IOException io => (io.Message, "check the path and the space on the disk", ExitCode.NoResult),
        UnauthorizedAccessException denied => (denied.Message, "choose a place you may write to", ExitCode.NoResult),
        _ when Environment.GetEnvironmentVariable("ASSAY_DEBUG") is not null => null,
        _ => (
            $"internal error ({e.GetType().Name} {PlaceOf(e)})",
            "please report it; ASSAY_DEBUG=1 shows the details",
            ExitCode.NoResult),
    };

    /// <summary>The innermost frame: <c>at Type.Method()</c>. Native code has no more than that.</summary>
    private static string PlaceOf(Exception e) =>
        e.StackTrace?.Split('\n')[0].Split(" in ")[0].Trim() ?? "before its first line";

    private static string? Verb(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? null : parsed.CommandResult.Command.Name;
}
