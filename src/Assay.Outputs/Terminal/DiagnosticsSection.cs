using Assay.Diagnostics;
using Assay.Outputs.Content;
using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Wording;

namespace Assay.Outputs.Terminal;

/// <summary>What went wrong while reading, worst first. Notes are shown to those who ask.</summary>
internal static class DiagnosticsSection
{
    private const int Margin = 9;

    public static void Write(Report report, Page page, bool verbose)
    {
        var shown = report.Diagnostics
            .Where(diagnostic => verbose || diagnostic.Level > Level.Info)
            .OrderByDescending(diagnostic => diagnostic.Level)
            .ToList();
        var hidden = report.Diagnostics.Count - shown.Count;
        if (shown.Count == 0)
        {
            return;
        }

        page.Heading("Diagnostics", hidden > 0 ? $"and {Count.Of(hidden, "note")} that -v shows" : "");
        foreach (var diagnostic in shown)
        {
            var level = new Span(Exact.Word(diagnostic.Level), ToneOf(diagnostic.Level));
            page.Beside(level, Margin, [$"{diagnostic.Where}: {diagnostic.What}"]);
            page.Beside(new Span(""), Margin, [new(diagnostic.Remedy, Tone.Dim)]);
        }
    }

    private static Tone ToneOf(Level level) => level switch
    {
        Level.Error => Tone.Bad,
        Level.Warning => Tone.Warning,
        _ => Tone.Dim,
    };
}
