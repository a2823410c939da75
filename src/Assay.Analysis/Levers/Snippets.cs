using System.Text.RegularExpressions;
using Assay.Analysis.Proofs;
using Assay.Findings;

namespace Assay.Analysis.Levers;

/// <summary>
/// The code a remedy offers to paste: the <c>snippet.*</c> files of a lever's folder, with names filled in. What stands
/// between <c>«name:</c> and <c>»</c> is there only where the name has a value; of <c>converse</c> and <c>invoke</c>,
/// one has: the caller's API.
/// </summary>
internal static partial class Snippets
{
    private const string Converse = "converse";

    private const string Invoke = "invoke";

    private static readonly (string Extension, string Language)[] Languages =
    [
        ("py", "python"), ("ts", "typescript"), ("csharp", "csharp"), ("java", "java"), ("sh", "bash"),
        ("before.json", "json-before"), ("after.json", "json-after"),
    ];

    /// <summary>
    /// In the caller's API: those who invoke models get the parts for it and, where the body itself changes, the twin
    /// of a snippet for bodies of Anthropic's own; other vendors' callers then get Converse's. Names the workload's
    /// model and Region where <paramref name="values"/> name no other.
    /// </summary>
    public static IReadOnlyList<Snippet> For(
        WorkloadEvidence workload, string folder, string name, params (string Name, string Value)[] values)
    {
        (string, string)[] all = workload.InvokesModel ? [.. values, (Invoke, "yes")] : values;
        return workload is { InvokesModel: true, Model.Provider: "anthropic" }
            && For(workload.Row, folder, name + "-invoke", all) is { Count: > 0 } invoking
            ? invoking
            : For(workload.Row, folder, name, all);
    }

    /// <summary>
    /// Of calls of which only the model is known: Converse where it answers in text, which other models do not take.
    /// Names the row's model and Region where <paramref name="values"/> name no other.
    /// </summary>
    public static IReadOnlyList<Snippet> For(
        RowEvidence row, string folder, string name, params (string Name, string Value)[] values) => Of(
        folder, name,
        [
            .. values, ("modelId", row.CallId), ("region", row.Row.Region),
            (Invoke, row.Model is { GeneratesText: false } ? "yes" : ""),
        ]);

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

    private static bool IsWanted(string name, (string Name, string Value)[] values) => name == Converse
        ? !IsWanted(Invoke, values)
        : Array.Exists(values, value => value.Name == name && value.Value.Length > 0);

    [GeneratedRegex("«(?<name>[a-z]+):(?<text>[^»]*)»", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Optional();
}
