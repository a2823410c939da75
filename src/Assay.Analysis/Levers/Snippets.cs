using System.Text.RegularExpressions;
using Assay.Analysis.Proofs;
using Assay.Findings;

namespace Assay.Analysis.Levers;

/// <summary>
/// The code a remedy offers to paste: the <c>snippet.*</c> files of a lever's folder, with names filled in. What stands
/// between <c>«name:</c> and <c>»</c> is there only where the name has a value.
/// </summary>
internal static partial class Snippets
{
    private static readonly (string Extension, string Language)[] Languages =
    [
        ("py", "python"), ("ts", "typescript"), ("csharp", "csharp"), ("java", "java"), ("sh", "bash"),
        ("before.json", "json-before"), ("after.json", "json-after"),
    ];

    /// <summary>
    /// In the caller's API: where a snippet has a twin for bodies of Anthropic's own, those who send them get it. Names
    /// the workload's model and Region where <paramref name="values"/> name no other.
    /// </summary>
    public static IReadOnlyList<Snippet> For(
        WorkloadEvidence workload, string folder, string name, params (string Name, string Value)[] values)
    {
        (string, string)[] all =
            [.. values, ("modelId", workload.Row.CallId), ("region", workload.Row.Row.Region)];
        return workload is { InvokesModel: true, Model.Provider: "anthropic" }
            && Of(folder, name + "-invoke", all) is { Count: > 0 } invoking
            ? invoking
            : Of(folder, name, all);
    }

    /// <param name="folder">The lever's folder.</param>
    /// <param name="name">File name without extension.</param>
    public static IReadOnlyList<Snippet> Of(string folder, string name, params (string Name, string Value)[] values)
    {
        var snippets = new List<Snippet>();
        foreach (var (extension, language) in Languages)
        {
            if (Resource.Find($"Levers/{folder}/snippet.{name}.{extension}") is { } file)
            {
                var code = values.Aggregate(
                    Optional().Replace(file, part => IsWanted(part.Groups["name"].Value, values)
                        ? part.Groups["text"].Value
                        : ""),
                    (text, value) => text.Replace("{{" + value.Name + "}}", value.Value, StringComparison.Ordinal));
                snippets.Add(new Snippet(language, code.TrimEnd()));
            }
        }

        return snippets;
    }

    private static bool IsWanted(string name, (string Name, string Value)[] values) =>
        Array.Exists(values, value => value.Name == name && value.Value.Length > 0);

    [GeneratedRegex("«(?<name>[a-z]+):(?<text>[^»]*)»", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Optional();
}
