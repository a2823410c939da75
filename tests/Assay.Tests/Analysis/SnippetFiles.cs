using System.Text.RegularExpressions;
using Assay.Analysis.Levers;
using Assay.Findings;
using Assay.Tests.Support;

namespace Assay.Tests.Analysis;

/// <summary>Every snippet file as it would be shown: in both APIs, with all of its parts and with none.</summary>
internal static partial class SnippetFiles
{
    public static IReadOnlyList<ShownSnippet> All { get; } =
    [
        .. Repository.Files("src/Assay.Analysis/Levers", "snippet.*").Select(file => (
                Folder: Path.GetFileName(Path.GetDirectoryName(file)!), Name: Path.GetFileName(file).Split('.')[1]))
            .Distinct()
            .SelectMany(each => from invokes in (bool[])[false, true] from whole in (bool[])[true, false] select (each.Folder, each.Name, invokes, whole))
            .SelectMany(each => Snippets.Of(each.Folder, each.Name, [.. Values(each.Folder, each.invokes, each.whole)])
                .Select(snippet => new ShownSnippet(each.Folder, each.Name, each.invokes, each.whole, snippet))),
    ];

    /// <summary>Each name that the folder's files have a place or a part for; a place takes a number or a text.</summary>
    private static IEnumerable<(string, string)> Values(string folder, bool invokes, bool whole)
    {
        var text = string.Concat(Repository.Files("src/Assay.Analysis/Levers/" + folder, "snippet.*").Select(File.ReadAllText));
        var parts = Part().Matches(text).Select(match => match.Groups["name"].Value).ToHashSet();
        foreach (var name in Place().Matches(text).Select(match => match.Groups["name"].Value).Concat(parts).Distinct())
        {
            yield return (name, name switch
            {
                "invoke" => invokes ? "yes" : "",
                "tokens" => "42",
                _ => whole || !parts.Contains(name) ? name : "",
            });
        }
    }

    [GeneratedRegex("«(?<name>[a-z]+):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}

/// <param name="Invokes">For those who invoke models, not for Converse's.</param>
/// <param name="Whole">With the parts that are there only where they are wanted.</param>
internal sealed record ShownSnippet(string Folder, string Name, bool Invokes, bool Whole, Snippet Snippet)
{
    public string Path => $"{Folder}/{Name}";

    /// <summary>The body alone, as Anthropic's models take it.</summary>
    public bool IsBody => Name.EndsWith("-invoke", StringComparison.Ordinal);
}
