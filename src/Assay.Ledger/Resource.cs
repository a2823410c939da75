namespace Assay.Ledgers;

/// <summary>The SQL files that are built into this assembly.</summary>
internal static class Resource
{
    private static readonly System.Reflection.Assembly Home = typeof(Resource).Assembly;

    /// <summary>Names under a folder, in order: a migration's number is its place.</summary>
    public static IEnumerable<string> In(string folder) =>
        Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Text(string name)
    {
        using var stream = Home.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built into the ledger");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
