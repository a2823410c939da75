using Assay.Calls;
using Assay.Diagnostics;
using Assay.Sources.Compression;
using Assay.Sources.Json;

namespace Assay.Sources.InvocationLog;

/// <summary>Bodies of more than 100 KB, which lie in objects of their own. One at a time is in memory.</summary>
internal sealed class Sidecars(ReaderOptions options) : IDisposable
{
    private const string What =
        "the body of the record lies in another object that can't be read; its shape is not known";

    private readonly TextWindow window = new();
    private readonly Inflater inflater = new(isStreaming: true);
    private readonly JsonRecords records = new(options.IsStrict);

    /// <returns>Nothing where there is no such body, or where it can't be had; that is reported.</returns>
    public JsonValue TryRead(JsonValue uri, Reading reading, long line)
    {
        if (uri.String is not { } place)
        {
            return default;
        }

        try
        {
            using var stream = options.Bodies?.TryOpen(place, reading.File);
            if (stream is not null)
            {
                inflater.Open(new ArraySegment<byte>([]), stream, null, window);
                records.Begin(window);
                if (records.Next() == RecordOutcome.Read)
                {
                    return records.Tape.Root;
                }
            }
        }
        catch (UnreadableException e)
        {
            // The call itself is not lost, but something can be done about its body.
            reading.Report(line, $"{What}: {e.Message}", e.Remedy, Level.Error);
            return default;
        }
        catch (IOException)
        {
            // Told below: the call itself is not lost.
        }

        reading.Report(line, What, "ingest the folder or bucket that holds data/ beside the records");
        return default;
    }

    public void Dispose() => inflater.Dispose();
}
