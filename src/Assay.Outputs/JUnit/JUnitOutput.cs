using System.Globalization;
using System.Xml;
using Assay.Findings;
using Assay.Outputs.Content;
using Assay.Outputs.Format;
using Assay.Reports;

namespace Assay.Outputs.JUnit;

/// <summary>
/// JUnit XML: a test case a check. It fails where the check fires, and is skipped where data is missing, because what
/// could not be looked at has not passed.
/// </summary>
internal sealed class JUnitOutput : IReportOutput
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        // The writer is of characters; which bytes they become is said once, below.
        OmitXmlDeclaration = true,
    };

    public string Name => "junit";

    public IReadOnlyList<string> Extensions => [".xml"];

    public void Write(Report report, TextWriter writer, OutputOptions options)
    {
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var xml = XmlWriter.Create(writer, Settings))
        {
            xml.WriteStartElement("testsuites");
            Counts(xml, report);
            xml.WriteStartElement("testsuite");
            Attribute(xml, "name", "assay " + report.Provenance.Command);
            Counts(xml, report);
            Attribute(xml, "errors", "0");
            Attribute(xml, "time", "0");
            Attribute(xml, "timestamp", report.Window.To.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
            foreach (var row in report.Checks)
            {
                Case(xml, row, [.. report.Findings.Where(finding => finding.Check == row.Check.Id)]);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        writer.Write('\n');
    }

    private static void Counts(XmlWriter xml, Report report)
    {
        Attribute(xml, "tests", Number(report.Checks.Count));
        Attribute(xml, "failures", Number(report.Checks.Count(row => row.Status == CheckStatus.Fired)));
        Attribute(xml, "skipped", Number(report.Checks.Count(row => row.Status == CheckStatus.Unknown)));
    }

    private static void Case(XmlWriter xml, CheckRow row, IReadOnlyList<Finding> findings)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", "assay." + (row.Check.Lever ?? "account"));
        Attribute(xml, "name", row.Check.Id);
        Attribute(xml, "time", "0");
        switch (row.Status)
        {
            case CheckStatus.Fired:
                xml.WriteStartElement("failure");
                Attribute(xml, "message", CheckWords.Fired(findings.Count, row));
                Attribute(xml, "type", findings.Count == 0 ? "" : Exact.Word(findings.Max(each => each.Severity)));
                xml.WriteString("\n" + string.Join("\n\n", findings.Select(Text)) + Unseen(row) + "\n");
                xml.WriteEndElement();
                break;
            case CheckStatus.Unknown:
                xml.WriteStartElement("skipped");
                Attribute(xml, "message", CheckWords.Unknown(row));
                xml.WriteEndElement();
                break;
            default:
                break;
        }

        xml.WriteEndElement();
    }

    private static string Text(Finding finding)
    {
        var saves = finding.Saving is { } saving ? "saves: " + SavingWords.InSequence(saving)
            : finding.ConcernsUsd is { } concerned ? "spend: " + SavingWords.Concerned(concerned)
            : "saves: unknown";
        string[] lines =
        [
            $"{Exact.Word(finding.Severity)}: {finding.Title}", $"id: {finding.Id}", saves,
            $"do: {finding.Remedy.Text}", $"verify: {finding.Verify}",
        ];
        return string.Join('\n', lines.Select(Safe.Line));
    }

    private static string Unseen(CheckRow row) =>
        string.Concat(row.Unseen.Select(each => "\n\nnot judged: " + Safe.Line(each)));

    private static void Attribute(XmlWriter xml, string name, string value) =>
        xml.WriteAttributeString(name, Safe.Line(value));

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
