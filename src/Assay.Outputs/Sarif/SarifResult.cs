using System.Security.Cryptography;
using System.Text;
using Assay.Findings;
using Assay.Outputs.Content;
using Assay.Outputs.Json;
using Assay.Reports;

namespace Assay.Outputs.Sarif;

/// <summary>A finding as a result.</summary>
internal sealed class SarifResult(JsonPen pen, Report report)
{
    public void Write(Finding finding)
    {
        pen.Text("ruleId", finding.Check);
        if (report.Checks.Index().Where(each => each.Item.Check.Id == finding.Check).ToList() is [var rule, ..])
        {
            pen.Count("ruleIndex", rule.Index);
        }

        pen.Text("level", finding.Severity switch
        {
            Severity.High => "error",
            Severity.Medium => "warning",
            _ => "note",
        });
        pen.Object("message", () => pen.Text("text", SarifText.Of(Sentence(finding))));
        pen.List("locations", [finding.Subject], Location);
        // The id is made of the check and the subject alone, so the same finding keeps it from scan to scan.
        pen.Object("partialFingerprints", () => pen.Text(
            "findingId/v1", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(finding.Id)))));
        pen.Object("properties", () => pen.Object("finding", () => new FindingJson(pen).Write(finding)));
    }

    private static string Sentence(Finding finding)
    {
        var saves = finding.Saving is { } saving ? $" Saves {SavingWords.InSequence(saving)}."
            : finding.Lever is not null ? " What it saves is unknown: no price is known."
            : finding.ConcernsUsd is { } concerned ? $" {SavingWords.Concerned(concerned)}."
            : "";
        return $"{finding.Title.TrimEnd('.')}.{saves} {finding.Remedy.Text}";
    }

    /// <summary>
    /// A resource is no file, but code scanning takes no result without one: its address in the account stands for it.
    /// </summary>
    private void Location(Subject subject)
    {
        string[] parts =
        [
            .. new[] { subject.Account, subject.Region, subject.Resource ?? subject.Workload ?? subject.ModelId }
                .OfType<string>(),
        ];
        pen.Object("physicalLocation", () => pen.Object("artifactLocation", () => pen.Text(
            "uri", "bedrock/" + string.Join('/', parts.Select(Uri.EscapeDataString)))));
        pen.List("logicalLocations", [string.Join('/', parts)], name =>
        {
            pen.Text("fullyQualifiedName", name);
            pen.Text("kind", "resource");
        });
    }
}
