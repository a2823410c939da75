namespace Assay.Sources.Json;

/// <summary>
/// Items of a list that are written alike and differ in one text, as the events of a streamed answer are: such an item
/// is read by comparing it with the one before it. All bytes but the text's are compared, so it is never wrong.
/// </summary>
internal sealed class Alike
{
    /// <summary>Of each depth: the last item on the tape, and its last text that is a value; 0 for none.</summary>
    private readonly (int Item, int Text)[] last = new (int, int)[JsonTape.DeepestNesting + 1];

    /// <summary>A list begins.</summary>
    public void Begin(int depth) => last[depth].Text = 0;

    /// <summary>An item of a list is read.</summary>
    public void Keep(int depth, int item, int text, JsonTape tape) =>
        last[depth] = (item, text > item && !tape.Entries[text].IsEscaped ? text : 0);

    /// <summary>Puts an item on the tape that is like the one before it.</summary>
    /// <returns>Behind its last byte; 0 where it is not alike.</returns>
    public int TryCopy(ref byte text, int p, int depth, JsonTape tape)
    {
        var (item, varied) = last[depth];
        if (varied == 0)
        {
            return 0;
        }

        var (before, other) = (tape.Entries[item], tape.Entries[varied]);
        var most = tape.Text.Length - FastTape.Padding;
        var start = p + other.Start - before.Start;
        if (start > most || !FastText.Same(ref text, p, before.Start, start - p))
        {
            return 0;
        }

        var end = FastText.NearStop(ref text, start);
        var past = end + before.End - other.End;
        // The text's last quote is the first of the bytes that follow it.
        if (end < 0 || past > most || !FastText.Same(ref text, end, other.End, past - end))
        {
            return 0;
        }

        last[depth] = (tape.Count, tape.Count + varied - item);
        tape.AddAlike(item, varied, p - before.Start, end - other.End);
        return past;
    }
}
