using Assay.Models;

namespace Assay.Pricing;

/// <summary>
/// Writes values of a compiled price book. A text and a list of texts are written once and named by their number.
/// </summary>
internal sealed class PackedWriter() : BinaryWriter(new MemoryStream())
{
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> lists = [];

    public void Text(string text) => Write7BitEncodedInt(NumberOf(text));

    public void OptionalText(string? text)
    {
        Write(text is not null);
        if (text is not null)
        {
            Text(text);
        }
    }

    public void Texts(IReadOnlyList<string> list)
    {
        // A text of the price files holds no NUL, so that two lists never join to the same.
        var joined = $"{list.Count}\0{string.Join('\0', list)}";
        if (!numbers.TryGetValue(joined, out var number))
        {
            number = numbers[joined] = lists.Count;
            lists.Add(list);
        }

        Write7BitEncodedInt(number);
    }

    public void Scopes(IReadOnlyList<RoutingScope> scopes)
    {
        Write7BitEncodedInt(scopes.Count);
        foreach (var scope in scopes)
        {
            Write((byte)scope);
        }
    }

    public void Day(DateOnly day) => Write(day.DayNumber);

    public void OptionalDay(DateOnly? day) => Write(day?.DayNumber ?? -1);

    public void OptionalNumber(decimal? number)
    {
        Write(number is not null);
        if (number is { } there)
        {
            Write(there);
        }
    }

    public void Many<T>(IReadOnlyCollection<T> items, Action<PackedWriter, T> write)
    {
        Write7BitEncodedInt(items.Count);
        foreach (var item in items)
        {
            write(this, item);
        }
    }

    /// <summary>The tables of texts and lists, and then what was written.</summary>
    public byte[] Packed()
    {
        using var tables = new PackedWriter();
        foreach (var text in lists.SelectMany(list => list))
        {
            NumberOf(text);
        }

        tables.Many(texts.OrderBy(text => text.Value).Select(text => text.Key).ToList(), (to, text) => to.Write(text));
        tables.Many(lists, (to, list) => to.Many(list, (_, text) => to.Write7BitEncodedInt(texts[text])));
        Flush();
        return [.. ((MemoryStream)tables.OutStream).ToArray(), .. ((MemoryStream)OutStream).ToArray()];
    }

    private int NumberOf(string text)
    {
        if (!texts.TryGetValue(text, out var number))
        {
            number = texts[text] = texts.Count;
        }

        return number;
    }
}
