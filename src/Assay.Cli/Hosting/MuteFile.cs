using System.Globalization;
using Assay.Analysis.Checks;
using Assay.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Assay.Cli.Hosting;

/// <summary>
/// Reads the file of mutes: a list of <c>finding</c>, <c>reason</c>, <c>until</c>. Each has a reason and an end, so
/// that none is for ever and nobody has to guess.
/// </summary>
internal static class MuteFile
{
    private static readonly string[] Members = ["finding", "reason", "until"];

    /// <exception cref="AssayException">The file is missing, or an entry has other members.</exception>
    public static IReadOnlyList<Mute> Read(string? path)
    {
        if (path is null)
        {
            return [];
        }

        if (!File.Exists(path))
        {
            throw new AssayException(ExitCode.Usage, $"{path} does not exist", "name an existing file of mutes");
        }

        return YamlFile.Root(path) switch
        {
            null => [],
            YamlSequenceNode list => [.. list.Children.Select(item => One(path, item))],
            var other => throw Wrong(path, other, "no list of mutes"),
        };
    }

    private static Mute One(string path, YamlNode item)
    {
        if (item is not YamlMappingNode mapping)
        {
            throw Wrong(path, item, "no mute");
        }

        var said = mapping.Children.ToDictionary(
            pair => (pair.Key as YamlScalarNode)?.Value ?? "", pair => (pair.Value as YamlScalarNode)?.Value ?? "");
        if (said.Keys.FirstOrDefault(key => !Members.Contains(key)) is { } strange)
        {
            throw Wrong(path, item, $"nothing is called {strange}");
        }

        foreach (var name in Members)
        {
            if (!said.TryGetValue(name, out var text) || text.Trim().Length == 0)
            {
                throw Wrong(path, item, $"it has no {name}");
            }
        }

        return DateOnly.TryParseExact(
            said["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? new(said["finding"], said["reason"], until, $"{path}, line {item.Start.Line}")
            : throw Wrong(path, item, $"until {said["until"]} is no date");
    }

    private static AssayException Wrong(string path, YamlNode at, string what) => YamlFile.Wrong(
        path, at, what, "write - { finding: ID, reason: TEXT, until: 2027-01-31 }");
}
