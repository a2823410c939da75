using Assay.Diagnostics;
using Assay.Findings;
using Assay.Outputs.Content;
using Assay.Outputs.Json;
using Assay.Reports;

namespace Assay.Outputs.Sarif;

/// <summary>The one run of a document: the tool with its rules, how reading went, the results.</summary>
internal sealed class SarifRun(JsonPen pen)
{
    public void Write(Report report)
    {
        pen.Object("tool", () => pen.Object("driver", () =>
        {
            pen.Text("name", "Assay");
            pen.Text("semanticVersion", report.Provenance.Version);
            pen.List("rules", report.Checks, row => Rule(row.Check));
        }));
        pen.List("invocations", [report], Invocation);
        var results = new SarifResult(pen, report);
        pen.List("results", report.Findings, results.Write);
    }

    private void Rule(Check check)
    {
        pen.Text("id", check.Id);
        Message("shortDescription", check.Title);
        Message("fullDescription", check.Title);
        pen.Object("help", () =>
        {
            pen.Text("text", check.Help);
            pen.Text("markdown", check.Help);
        });
        pen.Object("defaultConfiguration", () => pen.Text("level", "warning"));
        pen.Object("properties", () => pen.Texts(
            "tags", [.. new[] { "cost", "amazon-bedrock", check.Lever }.OfType<string>().Distinct()]));
    }

    /// <summary>What is unknown is told here: a result would be taken for something found.</summary>
    private void Invocation(Report report)
    {
        pen.Flag("executionSuccessful", true);
        List<(string Level, string Text, int? Rule)> told =
        [
            .. report.Checks.Index()
                .Where(each => each.Item.Status == CheckStatus.Unknown)
                .Select(each => ("warning", CheckWords.Unknown(each.Item), (int?)each.Index)),
            .. CoverageSheet.Missing(report).Select(source =>
                ("warning", $"{source.Source} was not read in full: {CoverageSheet.Where(source)}: {source.Reason}",
                    (int?)null)),
            .. report.Diagnostics.Select(each =>
                (LevelOf(each.Level), $"{each.Where}: {each.What}. {each.Remedy}", (int?)null)),
        ];
        pen.List("toolExecutionNotifications", told, each =>
        {
            pen.Text("level", each.Level);
            Message("message", each.Text);
            if (each.Rule is { } index)
            {
                pen.Object("associatedRule", () =>
                {
                    pen.Text("id", report.Checks[index].Check.Id);
                    pen.Count("index", index);
                });
            }
        });
    }

    private void Message(string name, string text) =>
        pen.Object(name, () => pen.Text("text", SarifText.Of(text)));

    private static string LevelOf(Level level) => level switch
    {
        Level.Error => "error",
        Level.Warning => "warning",
        _ => "note",
    };
}
