using System.Buffers.Binary;
using System.Text;
using Assay.Models;

namespace Assay.Pricing;

/// <summary>
/// Reads what <see cref="PackedWriter"/> wrote, from a place in it on. A text and a list are made when they are first
/// asked for, once each, whichever reader asks.
/// </summary>
internal sealed class PackedReader
{
    private readonly byte[] bytes;
    private readonly Table<string> texts;
    private readonly Table<string[]> lists;
    private int at;

    /// <param name="bytes">All of it; the tables begin at <paramref name="start"/>.</param>
    public PackedReader(byte[] bytes, int start)
    {
        this.bytes = bytes;
        at = start;
        texts = Next<string>();
        lists = Next<string[]>();
    }

    private PackedReader(PackedReader other, int at)
    {
        (bytes, texts, lists) = (other.bytes, other.texts, other.lists);
        this.at = at;
    }

    /// <summary>A reader of what stands here; this one goes on behind it.</summary>
    public PackedReader Part()
    {
        var length = Int();
        var part = new PackedReader(this, at);
        at += length;
        return part;
    }

    public byte Byte() => bytes[at++];

    public int Int()
    {
        at += sizeof(int);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at - sizeof(int)));
    }

    public string Text()
    {
        var number = Int();
        return texts.Made[number] ??= Encoding.UTF8.GetString(
            bytes, texts.StartOf(number, bytes), texts.LengthOf(number, bytes));
    }

    public string? OptionalText() => Byte() == 1 ? Text() : null;

    public string[] Texts()
    {
        var number = Int();
        return lists.Made[number] ??= ListAt(new PackedReader(this, lists.StartOf(number, bytes)), number);
    }

    public RoutingScope[] Scopes()
    {
        var scopes = new RoutingScope[Byte()];
        for (var i = 0; i < scopes.Length; i++)
        {
            scopes[i] = (RoutingScope)Byte();
        }

        return scopes;
    }

    public DateOnly Day() => DateOnly.FromDayNumber(Int());

    public DateOnly? OptionalDay() => Int() is >= 0 and var day ? DateOnly.FromDayNumber(day) : null;

    public decimal Number()
    {
        var (low, middle, high, flags) = (Int(), Int(), Int(), Int());
        return new(low, middle, high, flags < 0, (byte)(flags >> 16));
    }

    public decimal? OptionalNumber() => Byte() == 1 ? Number() : null;

    public T[] Many<T>(Func<PackedReader, T> read)
    {
        var items = new T[Int()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(this);
        }

        return items;
    }

    private string[] ListAt(PackedReader from, int number)
    {
        var list = new string[lists.LengthOf(number, bytes) / sizeof(int)];
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = from.Text();
        }

        return list;
    }

    private Table<T> Next<T>()
    {
        var table = new Table<T>(new T?[Int()], at);
        at = table.StartOf(table.Made.Length, bytes);
        return table;
    }

    /// <summary>The ends of the items, counted from behind the last of the ends, and then the items.</summary>
    private readonly record struct Table<T>(T?[] Made, int Ends)
    {
        public int StartOf(int number, byte[] bytes) =>
            Ends + (Made.Length * sizeof(int)) + (number == 0 ? 0 : End(number - 1, bytes));

        public int LengthOf(int number, byte[] bytes) =>
            End(number, bytes) - (number == 0 ? 0 : End(number - 1, bytes));

        private int End(int number, byte[] bytes) =>
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(Ends + (number * sizeof(int))));
    }
}
