using System.Buffers;
using System.Text;

namespace Assay.Sources.Json;

/// <summary>
/// One way to write a JSON value, so that equal prompts have equal bytes. Spaces between values and the choice of an
/// escape (<c>é</c> or <c>\u00e9</c>, <c>/</c> or <c>\/</c>) are undone, because a service that parses its request
/// never sees them. The order of keys, the spelling of numbers and everything within texts stay: the service renders
/// them into the prompt as they come, and providers warn that clients which shuffle keys miss the cache.
/// </summary>
internal static class Canonical
{
    /// <summary>Whether a text has an escape that is not the short one, or that need not be there.</summary>
    public static bool IsOddText(ReadOnlySpan<byte> raw)
    {
        for (var i = raw.IndexOf((byte)'\\'); i >= 0;)
        {
            if (raw[i + 1] is (byte)'u' or (byte)'/')
            {
                return true;
            }

            var rest = raw[(i + 2)..].IndexOf((byte)'\\');
            i = rest < 0 ? -1 : i + 2 + rest;
        }

        return false;
    }

    public static bool Equal(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> plain) =>
        Encoding.UTF8.GetBytes(Unescaped(raw, isEscaped: true)).AsSpan().SequenceEqual(plain);

    /// <summary>The text as it is meant. Bytes that are no UTF-8 become the replacement character.</summary>
    public static string Unescaped(ReadOnlySpan<byte> raw, bool isEscaped)
    {
        if (!isEscaped)
        {
            return Encoding.UTF8.GetString(raw);
        }

        var text = new StringBuilder(raw.Length);
        while (raw.Length > 0)
        {
            var slash = raw.IndexOf((byte)'\\');
            text.Append(Encoding.UTF8.GetString(slash < 0 ? raw : raw[..slash]));
            raw = slash < 0 ? [] : raw[(slash + 1)..];
            if (slash >= 0)
            {
                raw = raw[Unescape(raw, text)..];
            }
        }

        return text.ToString();
    }

    /// <summary>Writes a value the one way; a text without its quotes where it is the value itself.</summary>
    public static void Write(JsonValue value, IBufferWriter<byte> output)
    {
        if (!value.IsOddlyWritten)
        {
            output.Write(value.Raw);
        }
        else if (value.IsText)
        {
            WriteText(value, output);
        }
        else
        {
            WriteContainer(value, output);
        }
    }

    private static void WriteContainer(JsonValue value, IBufferWriter<byte> output)
    {
        var isFirst = true;
        output.Write(value.IsObject ? "{"u8 : "["u8);
        foreach (var member in value)
        {
            output.Write(isFirst ? ""u8 : ","u8);
            WriteQuoted(member.Key, output);
            output.Write(":"u8);
            WriteQuoted(member.Value, output);
            isFirst = false;
        }

        foreach (var item in value.Items)
        {
            output.Write(isFirst ? ""u8 : ","u8);
            WriteQuoted(item, output);
            isFirst = false;
        }

        output.Write(value.IsObject ? "}"u8 : "]"u8);
    }

    /// <summary>Writes a value with the quotes of a text.</summary>
    public static void WriteQuoted(JsonValue value, IBufferWriter<byte> output)
    {
        output.Write(value.IsText ? "\""u8 : ""u8);
        Write(value, output);
        output.Write(value.IsText ? "\""u8 : ""u8);
    }

    private static void WriteText(JsonValue value, IBufferWriter<byte> output)
    {
        foreach (var rune in value.String!.EnumerateRunes())
        {
            ReadOnlySpan<byte> written = rune.Value switch
            {
                '"' => "\\\""u8,
                '\\' => "\\\\"u8,
                '\b' => "\\b"u8,
                '\f' => "\\f"u8,
                '\n' => "\\n"u8,
                '\r' => "\\r"u8,
                '\t' => "\\t"u8,
                _ => [],
            };
            if (written.Length > 0)
            {
                output.Write(written);
            }
            else if (rune.Value < 0x20)
            {
                output.Write(Encoding.ASCII.GetBytes($"\\u{rune.Value:x4}"));
            }
            else
            {
                var span = output.GetSpan(4);
                output.Advance(rune.EncodeToUtf8(span));
            }
        }
    }

    /// <returns>Bytes used after the backslash.</returns>
    private static int Unescape(ReadOnlySpan<byte> raw, StringBuilder text)
    {
        if (raw[0] == 'u')
        {
            text.Append((char)Convert.ToUInt16(Encoding.ASCII.GetString(raw.Slice(1, 4)), 16));
            return 5;
        }

        text.Append((char)raw[0] switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            var other => other,
        });
        return 1;
    }
}
