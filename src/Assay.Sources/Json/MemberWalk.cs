namespace Assay.Sources.Json;

internal struct MemberWalk(JsonTape? tape, int first, int end)
{
    private int key = first;
    private int next = first;

    public readonly JsonMember Current => new(tape!, key);

    public bool MoveNext()
    {
        if (next >= end)
        {
            return false;
        }

        key = next;
        next = tape!.Entries[key + 1].Next;
        return true;
    }
}
