using System.Globalization;
using Assay.Analysis.Owners;
using Assay.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Assay.Cli.Hosting;

/// <summary>
/// Finds and reads <c>assay.yaml</c>: the one named, else the nearest upward from the working directory. In CI only the
/// one named counts, so that a job does what its command line says.
/// </summary>
internal static class ConfigurationFile
{
    private const string Name = "assay.yaml";

    /// <param name="named"><c>--config</c> or <c>ASSAY_CONFIG</c>; null looks for a file.</param>
    /// <exception cref="AssayException">The file is missing or says something that means nothing.</exception>
    public static Configuration Read(string? named)
    {
        var path = named ?? Environment.GetEnvironmentVariable("ASSAY_CONFIG") ?? Nearest();
        if (path is null)
        {
            return Configuration.Default;
        }

        if (!File.Exists(path))
        {
            throw new AssayException(
                ExitCode.Usage,
                $"{path} does not exist",
                "name an existing file, or leave out --config");
        }

        return Parse(path);
    }

    private static string? Nearest()
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            return null;
        }

        var here = new DirectoryInfo(Directory.GetCurrentDirectory());
        for (var folder = here; folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, Name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private static Configuration Parse(string path)
    {
        var configuration = Configuration.Default;
        if (YamlFile.Root(path) is not { } root)
        {
            return configuration;
        }

        foreach (var (key, value) in Mapping(path, root))
        {
            configuration = key.Value switch
            {
                "thresholds" => Thresholds(path, value, configuration),
                "ownerTags" => configuration with { Owners = new OwnerRules(Texts(path, value)) },
                "allowGlobal" => configuration with
                {
                    Levers = configuration.Levers with { AllowGlobal = YesOrNo(path, value) },
                },
                "allowUntried" => configuration with
                {
                    Levers = configuration.Levers with { AllowUntried = YesOrNo(path, value) },
                },
                "modelUnitCapacity" => configuration with
                {
                    Levers = configuration.Levers with { ModelUnitCapacity = Capacities(path, value) },
                },
                var other => throw YamlFile.Wrong(
                    path, key, $"nothing is called {other}",
                    "choose from: thresholds, ownerTags, allowGlobal, allowUntried, modelUnitCapacity"),
            };
        }

        return configuration;
    }

    private static Configuration Thresholds(string path, YamlNode node, Configuration configuration)
    {
        foreach (var (key, value) in Mapping(path, node))
        {
            var number = Number(path, key, value);
            configuration = configuration.With(key.Value!, number) ?? throw YamlFile.Wrong(
                path,
                key,
                $"no threshold is called {key.Value}",
                "choose from: " + string.Join(", ", Analysis.Levers.Thresholds.Names)
                    + "; or of a check: assay checks show ID");
        }

        return configuration;
    }

    private static Dictionary<string, decimal> Capacities(string path, YamlNode node) =>
        Mapping(path, node).ToDictionary(
            pair => pair.Key.Value!,
            pair => Number(path, pair.Key, pair.Value) is > 0 and var tokens
                ? tokens
                : throw YamlFile.Wrong(
                    path, pair.Value, $"a unit of {pair.Key.Value} serves nothing",
                    "write the tokens a minute that one model unit serves"),
            StringComparer.Ordinal);

    private static decimal Number(string path, YamlScalarNode key, YamlNode value) =>
        value is YamlScalarNode { Value: { } text }
            && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            && number >= 0
            ? number
            : throw YamlFile.Wrong(path, value, $"{key.Value} is no number", "write a number that is not negative");

    private static bool YesOrNo(string path, YamlNode node) =>
        node is YamlScalarNode { Value: "true" or "false" } said
            ? said.Value == "true"
            : throw YamlFile.Wrong(path, node, "neither true nor false", "write true or false");

    private static List<string> Texts(string path, YamlNode node) => node is YamlSequenceNode list
        ? [.. list.Children.Select(child => (child as YamlScalarNode)?.Value
            ?? throw YamlFile.Wrong(path, child, "no text", "write a tag key"))]
        : throw YamlFile.Wrong(path, node, "no list", "write a list of tag keys");

    private static IEnumerable<(YamlScalarNode Key, YamlNode Value)> Mapping(string path, YamlNode node) =>
        node is YamlMappingNode mapping && mapping.Children.Keys.All(key => key is YamlScalarNode)
            ? mapping.Children.Select(pair => ((YamlScalarNode)pair.Key, pair.Value))
            : throw YamlFile.Wrong(path, node, "no mapping of names to values", "write one name: value a line");
}
