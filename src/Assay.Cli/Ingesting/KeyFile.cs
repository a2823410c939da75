using System.Security.Cryptography;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Sources.Shapes;

namespace Assay.Cli.Ingesting;

/// <summary>
/// The key that prompts are hashed with: one for each installation, in a file that only its owner may read, made when
/// it is needed first. <c>ASSAY_HASH_KEY</c> (64 hexadecimal digits) takes its place, for a key that several machines
/// share.
/// </summary>
internal static class KeyFile
{
    public const string Variable = "ASSAY_HASH_KEY";

    /// <exception cref="AssayException">The key is no key.</exception>
    public static HashKey Read()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return Parsed(given, Variable);
        }

        var path = UserFolder.Config("hash.key");
        if (!File.Exists(path))
        {
            Make(path);
        }

        return Parsed(File.ReadAllText(path), path);
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new StreamWriter(draft, options))
        {
            file.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(HashKey.Length)));
        }

        try
        {
            // Two programs may make a key at once: the first one's stays.
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static HashKey Parsed(string text, string place)
    {
        try
        {
            return new HashKey(Convert.FromHexString(text.Trim()));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new AssayException(
                ExitCode.Usage,
                $"{place} holds no key",
                $"a key is {HashKey.Length * 2} hexadecimal digits, as openssl rand -hex {HashKey.Length} prints");
        }
    }
}
