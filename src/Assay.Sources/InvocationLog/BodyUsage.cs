using Assay.Sources.Json;

namespace Assay.Sources.InvocationLog;

/// <summary>
/// Token counts as the answer's body tells them, under any of the APIs' names. Counts that are no counts are unknown.
/// </summary>
internal struct BodyUsage
{
    /// <summary>No call has more: a count above is a fault of whoever wrote it.</summary>
    public const long Most = 1_000_000_000_000;

    public long? Input;
    public long? Output;
    public long? CacheRead;
    public long? CacheWrite;
    public long? CacheWrite5m;
    public long? CacheWrite1h;
    public long? CacheWrite30m;

    /// <summary>
    /// <see cref="Input"/> holds reads and writes too, as OpenAI's usage does (Bedrock User Guide, prompt-caching).
    /// </summary>
    public bool IsInclusive;

    public static long? Count(JsonValue value) => value.Whole is >= 0 and <= Most and var count ? count : null;

    /// <summary>Adds what a usage object says; later events of a stream correct earlier ones.</summary>
    public void Read(JsonValue usage)
    {
        foreach (var member in usage)
        {
            var count = Count(member.Value);
            switch (member.Key.Raw)
            {
                case [(byte)'i', ..] when member.Is("inputTokens"u8) || member.Is("input_tokens"u8)
                    || member.Is("inputTokenCount"u8):
                case [(byte)'p', ..] when member.Is("prompt_tokens"u8):
                    Input = count ?? Input;
                    break;
                case [(byte)'o', ..] when member.Is("outputTokens"u8) || member.Is("output_tokens"u8)
                    || member.Is("outputTokenCount"u8):
                case [(byte)'c', ..] when member.Is("completion_tokens"u8):
                    Output = count ?? Output;
                    break;
                case [(byte)'c', ..]:
                    ReadCache(member, count);
                    break;
                case [.., (byte)'s'] when member.Is("input_tokens_details"u8) || member.Is("prompt_tokens_details"u8):
                    ReadDetails(member.Value);
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadCache(JsonMember member, long? count)
    {
        if (member.Is("cacheReadInputTokens"u8) || member.Is("cacheReadInputTokenCount"u8)
            || member.Is("cache_read_input_tokens"u8))
        {
            CacheRead = count ?? CacheRead;
        }
        else if (member.Is("cacheWriteInputTokens"u8) || member.Is("cacheWriteInputTokenCount"u8)
            || member.Is("cache_creation_input_tokens"u8))
        {
            CacheWrite = count ?? CacheWrite;
        }
        else if (member.Is("cache_creation"u8))
        {
            CacheWrite5m = Count(member.Value["ephemeral_5m_input_tokens"u8]) ?? CacheWrite5m;
            CacheWrite1h = Count(member.Value["ephemeral_1h_input_tokens"u8]) ?? CacheWrite1h;
        }
        else if (member.Is("cacheDetails"u8))
        {
            foreach (var detail in member.Value.Items)
            {
                ReadDetail(detail["ttl"u8].String, Count(detail["inputTokens"u8]) ?? 0);
            }
        }
    }

    private void ReadDetail(string? ttl, long count)
    {
        switch (ttl)
        {
            case "5m":
                CacheWrite5m = (CacheWrite5m ?? 0) + count;
                break;
            case "1h":
                CacheWrite1h = (CacheWrite1h ?? 0) + count;
                break;
            case "30m":
                CacheWrite30m = (CacheWrite30m ?? 0) + count;
                break;
            default:
                break;
        }
    }

    private void ReadDetails(JsonValue details)
    {
        IsInclusive = true;
        CacheRead = Count(details["cached_tokens"u8]) ?? CacheRead;
        CacheWrite = Count(details["cache_write_tokens"u8]) ?? CacheWrite;
        CacheWrite30m = CacheWrite;
    }
}
