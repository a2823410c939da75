namespace Assay.Sources.Json;

internal struct ItemWalk(JsonTape? tape, int first, int end)
{
    private int at = first;
    private int next = first;

    public readonly JsonValue Current => new(tape!, at);

    public bool MoveNext()
    {
        if (next >= end)
        {
            return false;
        }

        at = next;
        next = tape!.Entries[at].Next;
        return true;
    }

    public readonly ItemWalk GetEnumerator() => this;
}
