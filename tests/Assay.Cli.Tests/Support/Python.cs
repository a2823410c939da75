namespace Assay.Cli.Tests.Support;

/// <summary>Outside judges written in Python, where this machine has it.</summary>
internal static class Python
{
    /// <summary>Lets somebody else's validator judge a document by the published schema.</summary>
    public static Task ValidateAsync(string json, string schemaName = "assay.report.1") =>
        ValidateByAsync(json, $"docs/schemas/{schemaName}.schema.json");

    /// <param name="schema">From the root of the repository.</param>
    public static async Task ValidateByAsync(string json, string schema)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.Sub("report.json"), json);
        await RunAsync("validate.py", "jsonschema", Repository.At(schema), folder.Sub("report.json"));
    }

    /// <summary>Runs a script of the Outside folder; the test is skipped where a module it needs is missing.</summary>
    public static async Task<string> RunAsync(string script, string modules, params IEnumerable<string> arguments)
    {
        // The interpreter's own set-up (a version manager, a virtual environment) is the tester's.
        var shell = Shell.Bare.With("HOME", Environment.GetEnvironmentVariable("HOME") ?? "");
        var found = await shell.TryAsync("python3", "-c", $"import {modules}");
        Assert.SkipUnless(found?.Exit == 0, $"python3 with {modules} is not on this machine");
        var path = Path.Combine(AppContext.BaseDirectory, "Outside", script);
        var ran = (await shell.TryAsync("python3", arguments.Prepend(path)))!;
        Assert.True(ran.Exit == 0, ran.Error + ran.Out);
        return ran.Out;
    }
}
