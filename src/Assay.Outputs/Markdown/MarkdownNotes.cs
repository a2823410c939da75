using Assay.Diagnostics;
using Assay.Outputs.Content;
using Assay.Outputs.Format;
using Assay.Reports;

namespace Assay.Outputs.Markdown;

/// <summary>Diagnostics and what the numbers stand on.</summary>
internal static class MarkdownNotes
{
    public static void Write(Report report, MarkdownPage page, bool verbose)
    {
        var shown = report.Diagnostics
            .Where(diagnostic => verbose || diagnostic.Level > Level.Info)
            .OrderByDescending(diagnostic => diagnostic.Level)
            .ToList();
        if (shown.Count > 0)
        {
            page.Block("## Diagnostics");
            page.Bullets(shown.Select(Line));
        }

        page.Block("## Stands on");
        page.Facts(Receipt.Facts(report));
    }

    private static string Line(Diagnostic diagnostic) =>
        $"{Exact.Word(diagnostic.Level)}: {Md.Code(diagnostic.Where)}: "
        + $"{Md.Text(diagnostic.What)}. {Md.Text(diagnostic.Remedy)}";
}
