using Assay.Calls;
using Assay.Cli.Ingesting;
using Assay.Diagnostics;

namespace Assay.Cli.Running;

/// <summary>The bundled accounts: recordings of a scan, or invocation logs, that are built into the program.</summary>
internal static class Scenarios
{
    public const string Default = "mixed-organization";

    private const string Folder = "scenarios/";

    /// <summary>Names with what each teaches: the first line of its page.</summary>
    public static IEnumerable<(string Name, string About)> All() =>
        Resources.Names(Folder, ".md").Select(name => (
            name[Folder.Length..^".md".Length], Resources.FirstLine(name)));

    /// <summary>The recording of a scenario's scan.</summary>
    /// <exception cref="AssayException">There is no such scenario.</exception>
    public static Stream Open(string name) =>
        Resources.Names(Folder, ".zip").Contains(Folder + name + ".zip")
            ? Resources.Open(Folder + name + ".zip")
            : throw new AssayException(
                ExitCode.Usage, $"no scenario is called {name}",
                "choose from: " + string.Join(", ", All().Select(each => each.Name)));

    /// <summary>The invocation logs of a scenario; none where it is a recorded scan.</summary>
    public static IReadOnlyList<CallFile> Calls(string name) =>
    [
        .. Resources.Names($"{Folder}{name}/calls/", "").Select(file => new CallFile(
            file[$"{Folder}{name}/calls/".Length..], null, () => Resources.Open(file))),
    ];
}
