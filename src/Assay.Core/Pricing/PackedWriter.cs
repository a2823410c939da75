using System.Text;
using Assay.Models;

namespace Assay.Pricing;

/// <summary>
/// Writes values of a compiled price book. A text and a list of texts are written once and named by their number.
/// </summary>
internal sealed class PackedWriter : IDisposable
{
    private readonly BinaryWriter output = new(new MemoryStream());
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> lists = [];

    public void Byte(byte value) => output.Write(value);

    public void Int(int value) => output.Write(value);

    public void Text(string text) => Int(NumberOf(text));

    public void OptionalText(string? text)
    {
        Byte(text is null ? (byte)0 : (byte)1);
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

        Int(number);
    }

    public void Scopes(IReadOnlyList<RoutingScope> scopes)
    {
        Byte((byte)scopes.Count);
        foreach (var scope in scopes)
        {
            Byte((byte)scope);
        }
    }

    public void Day(DateOnly day) => Int(day.DayNumber);

    public void OptionalDay(DateOnly? day) => Int(day?.DayNumber ?? -1);

    public void Number(decimal number)
    {
        foreach (var part in decimal.GetBits(number))
        {
            Int(part);
        }
    }

    public void OptionalNumber(decimal? number)
    {
        Byte(number is null ? (byte)0 : (byte)1);
        if (number is { } there)
        {
            Number(there);
        }
    }

    public void Many<T>(IReadOnlyCollection<T> items, Action<PackedWriter, T> write)
    {
        Int(items.Count);
        foreach (var item in items)
        {
            write(this, item);
        }
    }

    /// <summary>What a reader may pass over and read later.</summary>
    public void Part(Action write)
    {
        var start = output.BaseStream.Position;
        Int(0);
        write();
        var end = output.BaseStream.Position;
        output.BaseStream.Position = start;
        Int((int)(end - start - sizeof(int)));
        output.BaseStream.Position = end;
    }

    /// <summary>The tables of texts and lists, and then what was written.</summary>
    public byte[] Packed()
    {
        foreach (var text in lists.SelectMany(list => list))
        {
            NumberOf(text);
        }

        var ordered = texts.OrderBy(text => text.Value).Select(text => Encoding.UTF8.GetBytes(text.Key));
        using var tables = new PackedWriter();
        tables.Table([.. ordered]);
        tables.Table([.. lists.Select(list => list.SelectMany(text => BitConverter.GetBytes(texts[text])).ToArray())]);
        return [.. tables.Written(), .. Written()];
    }

    public void Dispose() => output.Dispose();

    private void Table(byte[][] items)
    {
        Int(items.Length);
        var end = 0;
        foreach (var item in items)
        {
            Int(end += item.Length);
        }

        foreach (var item in items)
        {
            output.Write(item);
        }
    }

    private byte[] Written()
    {
        output.Flush();
        return ((MemoryStream)output.BaseStream).ToArray();
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
