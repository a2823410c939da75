using System.Runtime.CompilerServices;

namespace Assay.Outputs.Support;

/// <summary>
/// Compares text with a checked-in file; <c>UPDATE_GOLDEN=1</c> rewrites the file, and the diff is reviewed.
/// </summary>
internal static class Golden
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static void Matches(string name, string actual, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name);
        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        Assert.True(File.Exists(file), $"{file} is missing. Run the tests with UPDATE_GOLDEN=1, read it, commit it.");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
