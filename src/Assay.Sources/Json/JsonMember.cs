namespace Assay.Sources.Json;

/// <summary>A key and its value.</summary>
internal readonly struct JsonMember(JsonTape tape, int key)
{
    public JsonValue Key => new(tape, key);

    public JsonValue Value => new(tape, key + 1);

    public bool Is(ReadOnlySpan<byte> name)
    {
        ref var entry = ref tape.Entries[key];
        var raw = tape.Text.AsSpan(entry.Start, entry.End - entry.Start);
        return entry.IsEscaped ? Canonical.Equal(raw, name) : raw.SequenceEqual(name);
    }
}
