using System.Runtime.CompilerServices;

namespace Assay.Cli.Tests.Support;

/// <summary>Where the repository's files are, for tests that compare with them.</summary>
internal static class Repository
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    public static string At(string path) => Path.Combine(Root, path);

    private static string Here([CallerFilePath] string path = "") => path;
}
