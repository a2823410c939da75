namespace Assay.Analysis;

/// <summary>The files of levers and checks that are built into this assembly.</summary>
internal static class Resource
{
    private static readonly System.Reflection.Assembly Home = typeof(Resource).Assembly;

    public static IEnumerable<string> Names => Home.GetManifestResourceNames();

    /// <returns>Null where no file is called so.</returns>
    public static string? Find(string name)
    {
        using var stream = Home.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static string Text(string name) =>
        Find(name) ?? throw new InvalidOperationException($"{name} is not built in");
}
