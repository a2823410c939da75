using System.Globalization;
using System.Text.Json;

namespace Assay.FakeAws.Wire;

/// <summary>
/// Numbers as AWS's Java services print them: 12.0, and 1.7672256E9 from ten million on. Clients that read
/// integers only would pass against plainer numbers and fail against AWS.
/// </summary>
internal static class CoralNumber
{
    public static void Write(Utf8JsonWriter json, double value)
    {
        Span<byte> text = stackalloc byte[32];
        if (FormatWhole(value, text) is > 0 and var length)
        {
            json.WriteRawValue(text[..length], skipInputValidation: true);
        }
        else if (double.IsFinite(value))
        {
            json.WriteRawValue(Format(value), skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }

    public static void WriteTime(Utf8JsonWriter json, long unixSeconds) => Write(json, unixSeconds);

    public static string Format(double value)
    {
        var size = Math.Abs(value);
        if (value == 0 || size is >= 1e-3 and < 1e7)
        {
            var plain = value.ToString("R", CultureInfo.InvariantCulture);
            return plain.Contains('.', StringComparison.Ordinal) ? plain : plain + ".0";
        }

        var text = value.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = Shortest(value);
        var exponent = int.Parse(
            text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture);
        var sign = value < 0 ? "-" : "";
        return $"{sign}{shortest[0]}.{(shortest.Length > 1 ? shortest[1..] : "0")}E{exponent}";
    }

    /// <summary>The quick way for whole numbers, which nearly all are; 0 when it is not one.</summary>
    private static int FormatWhole(double value, Span<byte> text)
    {
        if (value is not (>= 0 and < 1e15) || value != Math.Floor(value)
            || !((long)value).TryFormat(text, out var length, default, CultureInfo.InvariantCulture))
        {
            return 0;
        }

        if (length < 8)
        {
            ".0"u8.CopyTo(text[length..]);
            return length + 2;
        }

        // 12345678 becomes 1.2345678E7: a dot after the first digit, and zeros at the end cut off down to one.
        var exponent = length - 1;
        text[1..length].CopyTo(text[2..]);
        text[1] = (byte)'.';
        length++;
        while (length > 3 && text[length - 1] == (byte)'0')
        {
            length--;
        }

        text[length++] = (byte)'E';
        exponent.TryFormat(text[length..], out var digits, default, CultureInfo.InvariantCulture);
        return length + digits;
    }

    /// <summary>The digits of the shortest text that reads back as the same number.</summary>
    private static string Shortest(double value)
    {
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var end = text.IndexOf('E', StringComparison.Ordinal);
        var digits = (end < 0 ? text : text[..end]).Replace(".", "", StringComparison.Ordinal).Trim('0');
        return digits.Length == 0 ? "0" : digits;
    }
}
