using Assay.Diagnostics;
using Assay.Models;

namespace Assay.Pricing;

/// <summary>
/// The price book as it is built into the program: what <see cref="PriceFiles"/> reads, without the text around it.
/// Only the program that it was compiled for reads it, so a change of the format is a new version and nothing else.
/// </summary>
public static class PriceBinary
{
    /// <summary>"ASAY" in the order of the bytes.</summary>
    private const int Magic = 0x59415341;

    private const int Version = 1;

    private const int HeaderLength = 3 * sizeof(int);

    /// <summary>Equal books give equal bytes.</summary>
    public static void Write(PriceBook book, Stream stream)
    {
        using var packed = new PackedWriter();
        packed.Text(book.Digest);
        packed.Many(book.Catalogue.Models, PriceRecords.Write);
        Section(packed, [.. book.Models], book.CardsOf, PriceRecords.Write);
        Section(packed, [.. book.ProvisionedModels], book.ProvisionedCardsOf, PriceRecords.Write);
        packed.Many(book.Units, PriceRecords.Write);
        var content = packed.Packed();
        using var output = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        output.Write(Magic);
        output.Write(Version);
        output.Write(content.Length);
        output.Write(content);
    }

    /// <param name="stream">From its start; of known length, as embedded resources and files are.</param>
    /// <exception cref="AssayException">It is no compiled price book of this version, or it is damaged.</exception>
    public static PriceBook Read(Stream stream)
    {
        using var header = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        if (stream.Length < HeaderLength || header.ReadInt32() != Magic)
        {
            throw Wrong("this is no compiled price book");
        }

        if (header.ReadInt32() is var version && version != Version)
        {
            throw Wrong($"the compiled price book has version {version}, and this program reads {Version}");
        }

        if (header.ReadInt32() is var length && length != stream.Length - HeaderLength)
        {
            throw Wrong($"the compiled price book has {stream.Length - HeaderLength} bytes of {length}");
        }

        try
        {
            return Content(stream);
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException or IndexOutOfRangeException
            or OverflowException)
        {
            throw Wrong("the compiled price book is damaged");
        }
    }

    private static PriceBook Content(Stream stream)
    {
        using var packed = new PackedReader(stream);
        var digest = packed.Text();
        return new PriceBook(
            new Catalogue(packed.Many(PriceRecords.Model)),
            Section(packed, PriceRecords.Card),
            Section(packed, PriceRecords.Provisioned),
            packed.Many(PriceRecords.Unit),
            digest);
    }

    private static void Section<T>(
        PackedWriter to,
        IReadOnlyList<string> models,
        Func<string, IReadOnlyList<T>> listOf,
        Action<PackedWriter, T> write) =>
        to.Many(models, (_, model) =>
        {
            to.Text(model);
            to.Many(listOf(model), write);
        });

    private static Dictionary<string, IReadOnlyList<T>> Section<T>(PackedReader from, Func<PackedReader, T> read) =>
        from.Many(each => (Model: each.Text(), List: each.Many(read)))
            .ToDictionary(each => each.Model, IReadOnlyList<T> (each) => each.List, StringComparer.Ordinal);

    private static AssayException Wrong(string what) =>
        new(ExitCode.Usage, what, "build the program again, or restore it from a release");
}
