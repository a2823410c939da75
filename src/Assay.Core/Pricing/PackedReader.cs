using Assay.Models;

namespace Assay.Pricing;

/// <summary>Reads what <see cref="PackedWriter"/> wrote, with one instance of each text and of each list.</summary>
internal sealed class PackedReader : BinaryReader
{
    private readonly string[] texts;
    private readonly string[][] lists;

    public PackedReader(Stream stream)
        : base(stream)
    {
        texts = Many(from => from.ReadString());
        lists = Many(from => from.Many(each => each.Text()));
    }

    public string Text() => texts[Read7BitEncodedInt()];

    public string? OptionalText() => ReadBoolean() ? Text() : null;

    public string[] Texts() => lists[Read7BitEncodedInt()];

    public RoutingScope[] Scopes() => Many(from => (RoutingScope)from.ReadByte());

    public DateOnly Day() => DateOnly.FromDayNumber(ReadInt32());

    public DateOnly? OptionalDay() => ReadInt32() is >= 0 and var day ? DateOnly.FromDayNumber(day) : null;

    public decimal? OptionalNumber() => ReadBoolean() ? ReadDecimal() : null;

    public T[] Many<T>(Func<PackedReader, T> read)
    {
        var count = Read7BitEncodedInt();
        if (count < 0 || count > BaseStream.Length - BaseStream.Position)
        {
            // No item takes less than a byte: a count that is wrong must not ask for all the memory there is.
            throw new EndOfStreamException();
        }

        var items = new T[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = read(this);
        }

        return items;
    }
}
