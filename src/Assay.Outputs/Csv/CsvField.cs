using System.Buffers;
using System.Globalization;
using Assay.Outputs.Format;

namespace Assay.Outputs.Csv;

/// <summary>
/// A text as a field. A spreadsheet runs a field that begins like a formula, and a tag of the account can begin like
/// one, so such a field gets an apostrophe in front. Numbers stay numbers.
/// </summary>
internal static class CsvField
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\n\r");

    /// <summary>The full-width forms are read as formulas by some spreadsheets.</summary>
    private static readonly SearchValues<char> BeginFormula = SearchValues.Create("=+-@＝＋－＠");

    public static string OfText(string text)
    {
        var line = Safe.Line(text);
        var guarded = IsFormula(line) ? "'" + line : line;
        return guarded.AsSpan().ContainsAny(NeedQuotes) || guarded != guarded.Trim()
            ? "\"" + guarded.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : guarded;
    }

    private static bool IsFormula(string line) =>
        line.AsSpan().TrimStart() is [var first, ..] && BeginFormula.Contains(first) && !IsNumber(line);

    private static bool IsNumber(string line) =>
        decimal.TryParse(
            line, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
