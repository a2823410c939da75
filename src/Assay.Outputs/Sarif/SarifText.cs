namespace Assay.Outputs.Sarif;

/// <summary>
/// A text as the text of a message. There braces hold places for arguments and brackets before a parenthesis make a
/// link (SARIF 2.1.0, 3.11.5 and 3.11.6), so neither is let through as such.
/// </summary>
internal static class SarifText
{
    public static string Of(string text) => text
        .Replace("{", "{{", StringComparison.Ordinal)
        .Replace("}", "}}", StringComparison.Ordinal)
        .Replace("](", "] (", StringComparison.Ordinal);
}
