namespace Assay.Cli.Running;

/// <summary>Where a user's own files are, by the XDG Base Directory Specification.</summary>
internal static class UserFolder
{
    public static string Config(string name) => Of("XDG_CONFIG_HOME", ".config", name);

    public static string Cache(string name) => Of("XDG_CACHE_HOME", ".cache", name);

    private static string Of(string variable, string usual, string name)
    {
        var set = Environment.GetEnvironmentVariable(variable);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.Combine(Path.IsPathRooted(set) ? set : Path.Combine(home, usual), "assay", name);
    }
}
