using System.Text.Json;

namespace Assay.Sources.Json;

/// <summary>
/// Makes the tape with the framework's own reader: the judge of what is JSON, and the path of every record that
/// surprises the fast one.
/// </summary>
internal sealed class StrictTape
{
    private readonly int[] open = new int[JsonTape.DeepestNesting + 1];

    /// <param name="buffer">Holds the record from <paramref name="start"/> on.</param>
    /// <param name="isLast">No more bytes come after <paramref name="end"/>.</param>
    /// <param name="past">Where the record ends, if it does.</param>
    public TapeOutcome Build(byte[] buffer, int start, int end, bool isLast, JsonTape tape, out int past)
    {
        tape.Restart(buffer);
        past = start;
        var options = new JsonReaderOptions { MaxDepth = JsonTape.DeepestNesting };
        var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isLast, new JsonReaderState(options));
        try
        {
            return Walk(ref reader, start, tape, ref past);
        }
        catch (JsonException)
        {
            return TapeOutcome.Broken;
        }
    }

    private TapeOutcome Walk(ref Utf8JsonReader reader, int start, JsonTape tape, ref int past)
    {
        var depth = 0;
        do
        {
            if (!reader.Read())
            {
                return TapeOutcome.Incomplete;
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    var kind = reader.TokenType == JsonTokenType.StartObject ? JsonKind.Object : JsonKind.Array;
                    open[depth++] = tape.Add(kind, start + (int)reader.TokenStartIndex);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    tape.Close(open[--depth], start + (int)reader.BytesConsumed);
                    MarkContainer(tape, open[depth]);
                    break;
                default:
                    Scalar(ref reader, start, tape);
                    break;
            }
        }
        while (depth > 0);
        past = start + (int)reader.BytesConsumed;
        return TapeOutcome.Whole;
    }

    private static void Scalar(ref Utf8JsonReader reader, int start, JsonTape tape)
    {
        var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        var kind = reader.TokenType switch
        {
            JsonTokenType.Number => JsonKind.Number,
            JsonTokenType.True => JsonKind.True,
            JsonTokenType.False => JsonKind.False,
            JsonTokenType.Null => JsonKind.Null,
            _ => JsonKind.Text,
        };
        var from = start + (int)reader.TokenStartIndex + (isText ? 1 : 0);
        var index = tape.Add(kind, from);
        tape.Close(index, from + reader.ValueSpan.Length);
        if (isText && reader.ValueIsEscaped)
        {
            tape.Entries[index].IsEscaped = true;
            tape.Entries[index].IsOddlyWritten = Canonical.IsOddText(reader.ValueSpan);
        }
    }

    /// <summary>A container is canonical if its bytes are what writing its parts without spaces would give.</summary>
    private static void MarkContainer(JsonTape tape, int container)
    {
        ref var entry = ref tape.Entries[container];
        // Brackets; then each part, its quotes, and one comma or colon after each but the last.
        var expected = 2;
        var parts = 0;
        for (var i = container + 1; i < entry.Next; i = tape.Entries[i].Next)
        {
            ref var part = ref tape.Entries[i];
            // A key's Next is its value: keys and values are walked alike.
            expected += part.End - part.Start + (part.Kind == JsonKind.Text ? 2 : 0);
            entry.IsOddlyWritten |= part.IsOddlyWritten;
            parts++;
        }

        entry.IsOddlyWritten |= expected + Math.Max(parts - 1, 0) != entry.End - entry.Start;
    }
}
