using System.ComponentModel;
using System.Diagnostics;

namespace Assay.Cli.Tests.Support;

/// <summary>
/// Starts programs with the variables it names and no others, in a home that is empty: nobody's own AWS configuration
/// is ever seen. Each run has a minute; then it and all it started are killed.
/// </summary>
internal sealed record Shell
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly string Assay = Path.Combine(AppContext.BaseDirectory, "assay.dll");

    /// <summary>A released program to be tested instead of what was built beside the tests.</summary>
    private static readonly string? Released = Environment.GetEnvironmentVariable("ASSAY_PROGRAM");

    private static readonly TempFolder Home = Temporary();

    private readonly IReadOnlyList<(string Name, string Value)> variables = [];

    /// <summary>Without credentials, without a Region and without the instance metadata service.</summary>
    public static Shell Bare { get; } = new Shell()
        .With("PATH", Environment.GetEnvironmentVariable("PATH") ?? "")
        .With("HOME", Home.Path).With("TMPDIR", Path.GetTempPath()).With("LANG", "C.UTF-8")
        .With("DOTNET_NOLOGO", "1").With("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
        .With("DOTNET_ROOT", Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "")
        .With("PYENV_VERSION", Environment.GetEnvironmentVariable("PYENV_VERSION") ?? "")
        .With("AWS_EC2_METADATA_DISABLED", "true");

    public string Folder { get; init; } = Home.Path;

    public Shell With(string name, string value) =>
        value.Length == 0 ? this : new Shell(this, [.. variables, (name, value)]);

    public Shell()
    {
    }

    private Shell(Shell old, IReadOnlyList<(string Name, string Value)> variables)
    {
        Folder = old.Folder;
        this.variables = variables;
    }

    /// <summary>Runs assay.</summary>
    public Task<Ran> RunAsync(params IEnumerable<string> arguments) => EndAsync(Begin(arguments));

    /// <summary>Starts assay and leaves it running.</summary>
    public Process Begin(params IEnumerable<string> arguments) =>
        Released is null ? Start("dotnet", arguments.Prepend(Assay))! : Start(Released, arguments)!;

    /// <summary>Runs another program; null where this machine has none of that name.</summary>
    public async Task<Ran?> TryAsync(string program, params IEnumerable<string> arguments) =>
        Start(program, arguments) is { } process ? await EndAsync(process) : null;

    public static async Task<Ran> EndAsync(Process process)
    {
        using var running = process;
        var began = Stopwatch.GetTimestamp();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{process.StartInfo.FileName} did not end within {Longest.TotalSeconds:0} seconds");
        }

        return new Ran(process.ExitCode, await output, await error, Stopwatch.GetElapsedTime(began));
    }

    public Process? Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        start.Environment.Clear();
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static TempFolder Temporary()
    {
        var folder = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    }
}
