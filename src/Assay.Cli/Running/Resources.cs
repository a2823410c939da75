namespace Assay.Cli.Running;

/// <summary>Files that are built into the program.</summary>
internal static class Resources
{
    private static readonly System.Reflection.Assembly Home = typeof(Resources).Assembly;

    public static IEnumerable<string> Names(string prefix, string suffix) =>
        Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal)
                && name.EndsWith(suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static Stream Open(string name) =>
        Home.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in");

    public static ReadOnlyMemory<byte> Bytes(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The first line of a page, without its heading mark; empty where there is no page.</summary>
    public static string FirstLine(string name)
    {
        using var stream = Home.GetManifestResourceStream(name);
        if (stream is null)
        {
            return "";
        }

        using var reader = new StreamReader(stream);
        return (reader.ReadLine() ?? "").TrimStart('#', ' ');
    }
}
