using System.IO.Hashing;
using Assay.Calls;
using Assay.Diagnostics;
using Assay.Models;
using Assay.Sources.Compression;
using Assay.Sources.InvocationLog;
using Assay.Sources.Json;
using Assay.Sources.Shapes;
using Assay.Sources.TokenTrace;

namespace Assay.Sources;

/// <summary>
/// Reads files of calls, one after another, whatever format they are in: that is told by looking at the first record.
/// What can't be read is a diagnostic at its place and reading goes on. No text of a prompt or an answer leaves here.
/// One reader serves one thread.
/// </summary>
public sealed class CallReader : IDisposable
{
    /// <summary>A compressed file up to this size is read and inflated at once.</summary>
    private const int Whole = 16 << 20;

    private readonly CallFormat? format;
    private readonly TextWindow window = new();
    private readonly Inflater inflater;
    private readonly JsonRecords records;
    private readonly PromptShape shape;
    private readonly TraceShape traceShape;
    private readonly LogRecord log;
    private readonly TraceRecord trace;
    private readonly RequestBody request;
    private readonly ResponseBody response;
    private readonly Sidecars sidecars;
    private byte[] bytes = new byte[1 << 20];
    private string? digest;

    public CallReader(HashKey key, ReaderOptions options)
    {
        format = options.Format;
        inflater = new(options.IsStrict);
        records = new(options.IsStrict);
        shape = new(key);
        traceShape = new(key);
        log = new(options.KeepSessions);
        trace = new(traceShape);
        request = new(shape);
        response = new(shape);
        sidecars = new(options);
    }

    /// <summary>Records that the fast path left to the strict one, of all files so far.</summary>
    public long Surprises => records.Surprises;

    /// <summary>Reads a file to its end.</summary>
    /// <param name="isKnown">Asked once with the digest of the file's bytes; if it says so, nothing is read.</param>
    /// <param name="report">Takes each diagnostic as it is found.</param>
    /// <exception cref="IOException">The file can't be opened or read.</exception>
    public ReadResult Read(
        CallFile file, ICallSink sink, Func<string, bool> isKnown, Action<Diagnostic> report,
        CancellationToken stop = default)
    {
        shape.Forget();
        traceShape.Forget();
        digest = null;
        using var stream = file.Open();
        var length = Load(stream);
        var isInMemory = length < bytes.Length;
        var (stored, compressed) = isInMemory ? (DigestOf(bytes.AsSpan(0, length)), length) : DigestOf(file);
        if (isKnown(stored))
        {
            return new ReadResult(stored, compressed, 0, 0, 0, IsWhole: true, IsKnown: true);
        }

        inflater.Open(new ArraySegment<byte>(bytes, 0, length), isInMemory ? null : stream, file.Open, window);
        records.Begin(window);
        var reading = new Reading(file, sink, report);
        RecordOutcome outcome;
        while ((outcome = records.Next()) != RecordOutcome.End)
        {
            stop.ThrowIfCancellationRequested();
            if (outcome == RecordOutcome.Read)
            {
                Take(reading);
            }
            else if (!(outcome == RecordOutcome.Broken && IsNotice(reading)))
            {
                reading.Reject(records.Line, outcome);
            }
        }

        return reading.End(window, stored, compressed);
    }

    public void Dispose()
    {
        shape.Dispose();
        traceShape.Dispose();
        inflater.Dispose();
        sidecars.Dispose();
    }

    /// <summary>Reads the file, or as much of a large one as is read at once.</summary>
    private int Load(Stream stream)
    {
        var length = 0;
        while (true)
        {
            var read = stream.ReadAtLeast(bytes.AsSpan(length), bytes.Length - length, throwOnEndOfStream: false);
            length += read;
            if (length < bytes.Length || bytes.Length >= Whole)
            {
                return length;
            }

            Array.Resize(ref bytes, bytes.Length * 2);
        }
    }

    private void Take(Reading reading)
    {
        var root = records.Tape.Root;
        var line = records.Line;
        try
        {
            var fields = Fields.Of(root);
            reading.Sink.Take(FormatOf(root, fields) == CallFormat.TokenTrace
                ? trace.Read(root, line, () => Digest(reading.File), reading.Sink)
                : Logged(fields, line, reading));
            reading.Records++;
        }
        catch (FormatException wrong)
        {
            reading.Reject(line, wrong.Message);
        }
    }

    private CallFormat FormatOf(JsonValue root, in Fields fields)
    {
        var found = !root.IsObject ? null
            : format ?? (TraceRecord.Fits(root) ? CallFormat.TokenTrace
            : LogRecord.Fits(fields) ? CallFormat.InvocationLog
            : null);
        return found ?? throw new FormatException("neither an invocation-log record nor a call of a token trace");
    }

    private CallEntry Logged(in Fields fields, long line, Reading reading)
    {
        var draft = log.Read(fields, line, reading.File.Home);
        var (input, output) = (fields.Input, fields.Output);
        var body = input["inputBodyJson"u8];
        if (body.Exists)
        {
            request.Read(body, draft, reading.Sink);
        }
        else if (sidecars.TryRead(input["inputBodyS3Path"u8], reading, line) is { Exists: true } aside)
        {
            request.Read(aside, draft, reading.Sink);
        }

        body = output["outputBodyJson"u8];
        body = body.Exists ? body : sidecars.TryRead(output["outputBodyS3Path"u8], reading, line);
        if (body.Exists)
        {
            response.Read(body, draft);
        }

        // Converse names the tier in its body; a request that names none asks for the default, which is standard.
        var hasBody = input["inputBodyJson"u8].IsObject;
        draft.Tier ??= hasBody && draft.Operation is ("Converse" or "ConverseStream") ? ServiceTier.Standard : null;
        return draft.Entry();
    }

    /// <summary>What CloudWatch Logs gets when logging is turned on is no record, and nothing is wrong.</summary>
    private bool IsNotice(Reading reading) =>
        reading.Records == 0 && records.Rejected(64).StartsWith("Permissions are correctly set"u8);

    /// <summary>Of the file's text, which tells its lines apart from those of every other file.</summary>
    private string Digest(CallFile file)
    {
        if (digest is null)
        {
            var hash = new XxHash128();
            if (window.IsWhole)
            {
                hash.Append(window.Buffer.AsSpan(0, window.End));
            }
            else
            {
                Append(hash, file);
            }

            digest = Convert.ToHexStringLower(hash.GetCurrentHash());
        }

        return digest;
    }

    /// <summary>Of a damaged file what comes before the damage, as near as can be told.</summary>
    private static void Append(XxHash128 hash, CallFile file)
    {
        using var stream = file.Open();
        using var text = Inflater.Text(stream);
        try
        {
            hash.Append(text);
        }
        catch (InvalidDataException)
        {
            // The window finds it too, and tells it.
        }
    }

    private static string DigestOf(ReadOnlySpan<byte> stored) => Convert.ToHexStringLower(XxHash128.Hash(stored));

    private static (string Digest, long Length) DigestOf(CallFile file)
    {
        var hash = new XxHash128();
        using var stream = file.Open();
        var (part, length) = (new byte[1 << 16], 0L);
        for (int read; (read = stream.Read(part)) > 0; length += read)
        {
            hash.Append(part.AsSpan(0, read));
        }

        return (Convert.ToHexStringLower(hash.GetCurrentHash()), length);
    }
}
