using Assay.Outputs.Content;
using Assay.Reports;

namespace Assay.Outputs.Terminal;

/// <summary>Instead of empty tables: what was looked at, and what to check.</summary>
internal static class EmptySection
{
    public static void Write(Report report, Page page)
    {
        foreach (var sentence in EmptyAccount.Words(report))
        {
            page.Beside(new Span(""), 0, [sentence]);
        }

        page.Heading("Check", "");
        foreach (var check in EmptyAccount.Checks(report))
        {
            page.Beside(new Span("-"), 2, [check]);
        }
    }
}
