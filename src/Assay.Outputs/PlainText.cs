using Assay.Outputs.Csv;
using Assay.Outputs.Format;

namespace Assay.Outputs;

/// <summary>Text out of a ledger, made safe for a terminal or a CSV file.</summary>
public static class PlainText
{
    /// <summary>Without characters that a terminal would obey.</summary>
    public static string Visible(string text) => Safe.Line(text);

    public static string CsvField(string text) => Csv.CsvField.OfText(text);
}
