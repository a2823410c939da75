using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Analysis.Levers;
using Assay.Analysis.Owners;
using Assay.Cli.Running;
using Assay.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Assay.Cli.Hosting;

/// <summary>
/// Finds and reads <c>assay.yaml</c>: the one named, else the nearest upward from the working directory. In CI only the
/// one named counts, so that a job does what its command line says.
/// </summary>
internal static partial class ConfigurationFile
{
    private const string Name = "assay.yaml";

    private static readonly (string Name, Func<string, YamlNode, Configuration, Configuration> Read)[] Keys =
    [
        ("thresholds", Thresholds),
        ("ownerTags", (path, value, all) => all with
        {
            Owners = new OwnerRules(Texts(path, value, "tag key", key => key)),
        }),
        ("allowedProviders", (path, value, all) => Levers(all, levers => levers with
        {
            Allowed = levers.Allowed with { Providers = Texts(path, value, "provider", Provider) },
        })),
        ("allowedRegions", (path, value, all) => Levers(all, levers => levers with
        {
            Allowed = levers.Allowed with { Regions = Texts(path, value, "Region or geography", Region) },
        })),
        ("allowGlobal", (path, value, all) => Levers(all, levers => levers with
        {
            AllowGlobal = YesOrNo(path, value),
        })),
        ("allowUntried", (path, value, all) => Levers(all, levers => levers with
        {
            AllowUntried = YesOrNo(path, value),
        })),
        ("modelUnitCapacity", (path, value, all) => Levers(all, levers => levers with
        {
            ModelUnitCapacity = Capacities(path, value),
        })),
    ];

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
            var read = Keys.FirstOrDefault(each => each.Name == key.Value).Read ?? throw YamlFile.Wrong(
                path, key, $"nothing is called {key.Value}",
                "choose from: " + string.Join(", ", Keys.Select(each => each.Name)));
            configuration = read(path, value, configuration);
        }

        return Settled(configuration);
    }

    private static Configuration Levers(Configuration configuration, Func<LeverOptions, LeverOptions> edit) =>
        configuration with { Levers = edit(configuration.Levers) };

    /// <summary>Once Regions are listed, every Region is among them only if that is said.</summary>
    private static Configuration Settled(Configuration read) =>
        read.Levers is not { Allowed.Regions: { } regions } levers ? read
        : levers.AllowGlobal == true
            ? Levers(read, all => all with
            {
                Allowed = all.Allowed with { Regions = [.. regions, AllowedPlaces.Everywhere] },
            })
        : Levers(read, all => all with { AllowGlobal = false });

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

    /// <param name="one">What one text of the list is.</param>
    /// <param name="known">The text as it is kept; null where it is none of these.</param>
    private static List<string> Texts(string path, YamlNode node, string one, Func<string, string?> known) =>
        node is YamlSequenceNode list
            ? [.. list.Children.Select(child => child is YamlScalarNode { Value: { } text } && known(text) is { } kept
                ? kept
                : throw YamlFile.Wrong(
                    path, child, (child as YamlScalarNode)?.Value + $" is no {one}", $"write a {one}{Choice(one)}"))]
            : throw YamlFile.Wrong(path, node, "no list", $"write a list, each a {one}");

    private static string Choice(string one) => one switch
    {
        "provider" => ": " + string.Join(", ", Providers()),
        "Region or geography" => ", as eu-west-1, or eu for all that eu. profiles call; for any Region: "
            + "allowGlobal: true",
        _ => "",
    };

    private static string? Provider(string text) =>
        Providers().FirstOrDefault(each => each.Equals(text, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Providers() =>
        Prices.Current().Catalogue.Models.Select(model => model.Provider).Distinct().Order(StringComparer.Ordinal);

    private static string? Region(string text) =>
        text != AllowedPlaces.Everywhere && Places().IsMatch(text) ? text : null;

    [GeneratedRegex("^(us-gov|[a-z]{2,4})(-[a-z]+-[0-9]{1,2})?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Places();

    private static IEnumerable<(YamlScalarNode Key, YamlNode Value)> Mapping(string path, YamlNode node) =>
        node is YamlMappingNode mapping && mapping.Children.Keys.All(key => key is YamlScalarNode)
            ? mapping.Children.Select(pair => ((YamlScalarNode)pair.Key, pair.Value))
            : throw YamlFile.Wrong(path, node, "no mapping of names to values", "write one name: value a line");
}
