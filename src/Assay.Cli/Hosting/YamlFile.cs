using Assay.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assay.Cli.Hosting;

/// <summary>Reads a YAML file, and says where it is wrong.</summary>
internal static class YamlFile
{
    /// <returns>The root of the first document; null where the file holds none.</returns>
    /// <exception cref="AssayException">The file is no YAML.</exception>
    public static YamlNode? Root(string path)
    {
        var yaml = new YamlStream();
        try
        {
            using var reader = new StreamReader(path);
            yaml.Load(reader);
        }
        catch (YamlException e)
        {
            throw new AssayException(ExitCode.Usage, $"{path}, line {e.Start.Line}: not valid YAML", "mend that line");
        }

        return yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode;
    }

    public static AssayException Wrong(string path, YamlNode at, string what, string remedy) =>
        new(ExitCode.Usage, $"{path}, line {at.Start.Line}: {what}", remedy);
}
