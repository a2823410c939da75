namespace Assay.Sources.Json;

/// <summary>
/// Splits a text into JSON values, one after another: usually one a line, but an indented one over many lines is a
/// record too. What is no JSON ends at the end of its line, and reading goes on behind it.
/// </summary>
/// <param name="isStrict">Leaves the fast reader out.</param>
internal sealed class JsonRecords(bool isStrict)
{
    /// <summary>Behind so many bytes without an end of line nobody's records follow.</summary>
    private const long LongestLine = 1L << 30;

    private readonly FastTape fast = new();
    private readonly StrictTape strict = new();
    private TextWindow window = new();
    private long lines;
    private int linesAt;
    private long? line;

    public JsonTape Tape { get; } = new();

    /// <summary>Records that the fast reader left to the strict one.</summary>
    public long Surprises { get; private set; }

    /// <summary>The line on which the record stands, from 1.</summary>
    public long Line => line ??= CountLines(RecordStart) + 1;

    /// <summary>Where the present record begins in the window.</summary>
    public int RecordStart { get; private set; }

    public void Begin(TextWindow text)
    {
        (window, lines, linesAt, line) = (text, 0, 0, null);
        Tape.Repeats.Clear();
    }

    /// <summary>
    /// Goes to the next record. After <see cref="RecordOutcome.Read"/> it is on <see cref="Tape"/>; after any other
    /// but the end, the line was left out.
    /// </summary>
    public RecordOutcome Next()
    {
        if (!ToContent())
        {
            return RecordOutcome.End;
        }

        (RecordStart, line) = (window.Start, null);
        while (true)
        {
            var past = isStrict ? -1 : fast.Build(window.Buffer, window.Start, Tape);
            if (past >= 0)
            {
                PassLines(past);
                window.Start = past;
                return RecordOutcome.Read;
            }

            if (Strictly() is { } outcome)
            {
                return outcome;
            }
        }
    }

    /// <summary>The first bytes of what <see cref="Next"/> could not read.</summary>
    public ReadOnlySpan<byte> Rejected(int most) =>
        window.Buffer.AsSpan(RecordStart, Math.Min(most, Math.Max(window.End - RecordStart, 0)));

    /// <returns>Null where more bytes came and the record is to be tried again.</returns>
    private RecordOutcome? Strictly()
    {
        var outcome = strict.Build(window.Buffer, window.Start, window.End, window.IsLast, Tape, out var past);
        if (outcome == TapeOutcome.Incomplete && Grow())
        {
            return null;
        }

        Surprises++;
        if (outcome == TapeOutcome.Whole)
        {
            window.Start = past;
            return RecordOutcome.Read;
        }

        return Leave(
            !window.IsLast && outcome == TapeOutcome.Incomplete ? RecordOutcome.TooLong
            : window.IsLast && LineEnd() < 0 ? RecordOutcome.CutOff
            : RecordOutcome.Broken);
    }

    /// <summary>Goes behind the end of the line, wherever that is.</summary>
    private RecordOutcome Leave(RecordOutcome outcome)
    {
        // The place of the record is asked for after this, so its line is kept before the window moves.
        _ = Line;
        var end = LineEnd();
        for (var left = 0L; end < 0; end = LineEnd())
        {
            CountLines(window.End);
            left += window.End - window.Start;
            window.Start = window.End;
            if (left > LongestLine || !More())
            {
                window.Stop();
                return outcome;
            }
        }

        window.Start = end;
        return outcome;
    }

    private int LineEnd() =>
        window.Buffer.AsSpan(window.Start, window.End - window.Start).IndexOf((byte)'\n') is >= 0 and var i
            ? window.Start + i
            : -1;

    private bool Grow()
    {
        CountLines(window.Start);
        var grew = More();
        RecordStart = window.Start;
        return grew;
    }

    /// <summary>More of the text, which may lie elsewhere then.</summary>
    private bool More()
    {
        Tape.Repeats.Clear();
        var before = window.Start;
        var came = window.More();
        linesAt -= before - window.Start;
        return came;
    }

    /// <summary>Goes over blank lines and byte order marks.</summary>
    private bool ToContent()
    {
        while (true)
        {
            var text = window.Buffer.AsSpan(window.Start, window.End - window.Start);
            var mark = text.StartsWith("\uFEFF"u8) ? 3 : 0;
            var blank = text[mark..].IndexOfAnyExcept(" \t\r\n"u8);
            if (blank >= 0)
            {
                window.Start += mark + blank;
                return true;
            }

            CountLines(window.End);
            window.Start = window.End;
            if (!More())
            {
                return false;
            }
        }
    }

    /// <summary>
    /// A record without a space between its values has no end of line in it, so its bytes need not be looked at again.
    /// </summary>
    private void PassLines(int past)
    {
        if (!Tape.Root.IsOddlyWritten)
        {
            line = CountLines(RecordStart) + 1;
            linesAt = past;
        }
    }

    private long CountLines(int upTo)
    {
        if (upTo > linesAt)
        {
            lines += window.Buffer.AsSpan(linesAt, upTo - linesAt).Count((byte)'\n');
            linesAt = upTo;
        }

        return lines;
    }
}
