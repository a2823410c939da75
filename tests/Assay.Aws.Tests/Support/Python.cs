using System.ComponentModel;
using System.Diagnostics;

namespace Assay.Aws.Tests.Support;

/// <summary>Outside judges: botocore and moto, where this machine has them.</summary>
internal static class Python
{
    public static string ScriptPath(string name) => Path.Combine(AppContext.BaseDirectory, "Outside", name);

    /// <summary>Runs a script that needs the modules; the test is skipped where they are missing.</summary>
    public static async Task<string> RunAsync(string script, string modules, string input, params string[] arguments)
    {
        var (code, output, error) = await StartAsync("python3", input, ["-c", $"import {modules}"]);
        Assert.SkipUnless(code == 0, $"python3 with {modules} is not on this machine");
        (code, output, error) = await StartAsync("python3", input, [ScriptPath(script), .. arguments]);
        Assert.True(code == 0, error);
        return output;
    }

    private static async Task<(int Code, string Output, string Error)> StartAsync(
        string program, string input, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output, await error);
        }
        catch (Win32Exception)
        {
            return (127, "", "");
        }
        catch (IOException)
        {
            return (1, "", "the program closed its input");
        }
    }
}
