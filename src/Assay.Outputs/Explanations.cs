using Assay.Outputs.Explain;
using Assay.Outputs.Format;
using Assay.Reports;

namespace Assay.Outputs;

/// <summary>The forms of an explanation: <c>table</c> and <c>json</c>.</summary>
public static class Explanations
{
    public static IReadOnlyList<string> Forms { get; } = ["table", "json"];

    /// <summary>The id of what is explained, on one line that a terminal can show.</summary>
    public static string Id(Explanation explanation) => Safe.Line(explanation.Finding.Id);

    public static void Write(Explanation explanation, string form, TextWriter writer, OutputOptions options)
    {
        if (form == "json")
        {
            ExplanationJson.Write(explanation, writer);
        }
        else
        {
            ExplanationTable.Write(explanation, writer, options);
        }
    }
}
