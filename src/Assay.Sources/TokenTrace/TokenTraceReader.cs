using System.IO.Compression;
using System.Text.Json;
using Assay.Diagnostics;

namespace Assay.Sources.TokenTrace;

/// <summary>
/// Reads <c>assay.calls/1</c>: JSON lines, plain or gzip (told by the first bytes). A line that can't be read is
/// reported at its place and left out; what a diagnostic says holds no text of the line.
/// </summary>
/// <param name="place">The file's name, for diagnostics.</param>
/// <param name="report">Takes each diagnostic as it is found.</param>
public sealed class TokenTraceReader(string place, Action<Diagnostic> report)
{
    private const int LongestLine = 64 << 20;

    /// <summary>Calls in the order of the file; the stream is read to its end as they are taken.</summary>
    public IEnumerable<TracedCall> Read(Stream stream)
    {
        using var text = new StreamReader(Unpacked(stream));
        var line = 0L;
        while (Next(text, line) is { } content)
        {
            line++;
            if (content.Length > 0 && Call(content, line) is { } call)
            {
                yield return call;
            }
        }
    }

    /// <summary>A gzip that was cut off ends the file where it was cut.</summary>
    private string? Next(StreamReader text, long line)
    {
        try
        {
            return text.ReadLine();
        }
        catch (InvalidDataException)
        {
            Report(line + 1, "the rest of the file can't be inflated", "copy the file again: it is damaged or cut off");
            return null;
        }
    }

    private TracedCall? Call(string content, long line)
    {
        try
        {
            if (content.Length > LongestLine)
            {
                throw new FormatException("the line is longer than 64 MiB");
            }

            using var document = JsonDocument.Parse(content);
            return new TraceLine(document.RootElement).Call(line);
        }
        catch (JsonException)
        {
            Report(line, "the line is no JSON", "write one JSON object a line");
        }
        catch (FormatException e)
        {
            Report(line, e.Message, "see the format assay.calls/1");
        }

        return null;
    }

    private void Report(long line, string what, string remedy) =>
        report(new Diagnostic(Level.Warning, $"{place}:{line}", what, remedy));

    private static Stream Unpacked(Stream stream)
    {
        var buffered = new BufferedStream(stream, 1 << 16);
        Span<byte> magic = stackalloc byte[2];
        var read = buffered.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        var start = new MemoryStream(magic[..read].ToArray());
        var whole = new Prefixed(start, buffered);
        return read == 2 && magic is [0x1f, 0x8b] ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }
}
