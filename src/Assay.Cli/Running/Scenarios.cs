using Assay.Diagnostics;

namespace Assay.Cli.Running;

/// <summary>The recordings that are built into the program.</summary>
internal static class Scenarios
{
    public const string Default = "mixed-organization";

    private const string Folder = "scenarios/";

    /// <summary>Names with what each teaches: the first line of its page.</summary>
    public static IEnumerable<(string Name, string About)> All() =>
        Resources.Names(Folder, ".zip").Select(name => (
            name[Folder.Length..^".zip".Length],
            Resources.FirstLine(Folder + name[Folder.Length..^".zip".Length] + ".md")));

    public static Stream Open(string name) =>
        Resources.Names(Folder, ".zip").Contains(Folder + name + ".zip")
            ? Resources.Open(Folder + name + ".zip")
            : throw new AssayException(
                ExitCode.Usage, $"no scenario is called {name}",
                "choose from: " + string.Join(", ", All().Select(each => each.Name)));
}
