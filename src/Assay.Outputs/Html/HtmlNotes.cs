using Assay.Diagnostics;
using Assay.Outputs.Content;
using Assay.Outputs.Format;
using Assay.Reports;

namespace Assay.Outputs.Html;

/// <summary>Diagnostics and what the numbers stand on.</summary>
internal static class HtmlNotes
{
    public static void Write(Report report, HtmlPage page, bool verbose)
    {
        var shown = report.Diagnostics
            .Where(diagnostic => verbose || diagnostic.Level > Level.Info)
            .OrderByDescending(diagnostic => diagnostic.Level)
            .ToList();
        if (shown.Count > 0)
        {
            page.Section("Diagnostics", "", () => page.Bullets(shown.Select(each =>
                $"{Exact.Word(each.Level)}: {each.Where}: {each.What}. {each.Remedy}")));
        }

        page.Section("Stands on", "", () => page.Facts(Receipt.Facts(report)));
    }
}
