using System.Buffers.Text;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Assay.Sources.Json;

namespace Assay.Sources.InvocationLog;

/// <summary>
/// The fields of an invocation-log record outside of its bodies. What is wrong is a <see cref="FormatException"/> that
/// names the field and holds nothing of its text.
/// </summary>
internal sealed class LogRecord(bool keepSessions)
{
    private const int Remembered = 1 << 13;

    private readonly Interned texts = new();
    private readonly Dictionary<string, (string, string?)> principals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> metadata = new(StringComparer.Ordinal);

    /// <summary>Whether the record of these members is such a record at all.</summary>
    public static bool Fits(in Fields fields) =>
        fields.SchemaType.Says("ModelInvocationLog"u8) || (fields.RequestId.IsText && fields.ModelId.IsText);

    public CallDraft Read(in Fields fields, long line, (string Account, string Region)? home)
    {
        if (fields.SchemaVersion.Exists && fields.SchemaVersion.String is not { } version
            || fields.SchemaVersion.String?.StartsWith("1.", StringComparison.Ordinal) == false)
        {
            throw new FormatException("schemaVersion is not 1.x");
        }

        var (account, region) = (Required(fields.Account, "accountId"), Required(fields.Region, "region"));
        if (home is { } folder && folder != (account, region))
        {
            throw new FormatException("the record is of another account or Region than its folder");
        }

        var requestId = fields.RequestId.IsText ? fields.RequestId : throw Missing("requestId");
        var (caller, session) = Caller(fields.Identity["arn"u8]);
        var draft = new CallDraft
        {
            Id = Utf8Parser.TryParse(requestId.Raw, out Guid id, out var used) && used == requestId.Length
                ? id
                : IdOf(account + "/" + region + "/" + requestId.String),
            Line = line,
            Time = Time(fields.Timestamp),
            Account = account,
            Region = region,
            ModelId = Required(fields.ModelId, "modelId"),
            Operation = Required(fields.Operation, "operation"),
            InferenceRegion = Optional(fields.InferenceRegion),
            Caller = caller,
            Session = session,
            Metadata = Metadata(fields.Metadata),
            Error = Optional(fields.ErrorCode),
        };
        var (input, output) = (fields.Input, fields.Output);
        draft.Input = Count(input["inputTokenCount"u8], "input.inputTokenCount");
        draft.CacheRead = Count(input["cacheReadInputTokenCount"u8], "input.cacheReadInputTokenCount");
        draft.CacheWrite = Count(input["cacheWriteInputTokenCount"u8], "input.cacheWriteInputTokenCount");
        draft.Output = Count(output["outputTokenCount"u8], "output.outputTokenCount");
        return draft;
    }

    /// <summary>An id of our own where the source has none that is a UUID.</summary>
    public static Guid IdOf(string text)
    {
        var hash = XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(text));
        return MemoryMarshal.Cast<UInt128, Guid>(MemoryMarshal.CreateSpan(ref hash, 1))[0];
    }

    private static DateTimeOffset Time(JsonValue value)
    {
        if (!value.IsText)
        {
            throw Missing("timestamp");
        }

        // Almost all are written 2026-11-02T08:02:21Z, which the fast parser takes without its last letter.
        if (value.Length == 20 && value.Raw[19] == 'Z' && Fixed(value.Raw) is { } time)
        {
            return time;
        }

        return DateTimeOffset.TryParse(
            value.String, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed)
            ? parsed
            : throw new FormatException("timestamp can't be read as a time");
    }

    private static DateTimeOffset? Fixed(ReadOnlySpan<byte> text)
    {
        if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        {
            return null;
        }

        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
        var (hour, minute, second) = (Number(text[11..13]), Number(text[14..16]), Number(text[17..19]));
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && hour is >= 0 and < 24
            && minute is >= 0 and < 60 && second is >= 0 and < 60 && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            ? new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero)
            : null;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }

    private static long? Count(JsonValue value, string name) =>
        !value.Exists || value.IsNull ? null
        : BodyUsage.Count(value) ?? throw new FormatException($"{name} is no count");

    private (string? Caller, string? Session) Caller(JsonValue arn)
    {
        if (!arn.IsText)
        {
            return (null, null);
        }

        var text = Text(arn);
        if (!principals.TryGetValue(text, out var principal))
        {
            var (caller, session) = Principal.Of(text);
            if (principals.Count == Remembered)
            {
                principals.Clear();
            }

            principals[text] = principal =
                (caller, session is null || keepSessions ? session : Principal.Collapsed(session));
        }

        return principal;
    }

    /// <summary>Keys sorted, so that equal metadata is equal text.</summary>
    private string? Metadata(JsonValue map)
    {
        if (!map.IsObject)
        {
            return null;
        }

        var raw = texts.Of(map.Raw);
        if (!metadata.TryGetValue(raw, out var sorted))
        {
            var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var member in map)
            {
                if (member.Value.String is { } value)
                {
                    pairs[member.Key.String!] = value;
                }
            }

            if (metadata.Count == Remembered)
            {
                metadata.Clear();
            }

            metadata[raw] = sorted = JsonNames.Map(pairs);
        }

        return sorted;
    }

    private string Required(JsonValue value, string name) =>
        value.IsText && value.Length > 0 ? Text(value) : throw Missing(name);

    private string? Optional(JsonValue value) => value.IsText ? Text(value) : null;

    private string Text(JsonValue value) => value.IsEscaped ? value.String! : texts.Of(value.Raw);

    private static FormatException Missing(string name) => new($"{name} is missing");
}
