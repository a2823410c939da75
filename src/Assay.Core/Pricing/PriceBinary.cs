using System.Buffers.Binary;
using Assay.Diagnostics;
using Assay.Models;

namespace Assay.Pricing;

/// <summary>
/// The price book as it is built into the program: what <see cref="PriceFiles"/> reads, without the text around it.
/// Only the program that it was compiled for reads it, so a change of the format is a new version and nothing else.
/// Read at once is only what is needed to find a model; its prices are read when they are first asked for.
/// </summary>
public static class PriceBinary
{
    /// <summary>"ASAY" in the order of the bytes.</summary>
    private const int Magic = 0x59415341;

    private const int Version = 4;

    private const int HeaderLength = (2 * sizeof(int)) + sizeof(ulong);

    /// <summary>Equal books give equal bytes.</summary>
    public static void Write(PriceBook book, Stream stream)
    {
        using var packed = new PackedWriter();
        packed.Text(book.Digest);
        packed.Day(book.Checked);
        packed.Part(() => packed.Many(book.Catalogue.Models, PriceRecords.Write));
        Section(packed, [.. book.Models], book.CardsOf, PriceRecords.Write);
        Section(packed, [.. book.ProvisionedModels], book.ProvisionedCardsOf, PriceRecords.Write);
        packed.Part(() => packed.Many(book.Units, PriceRecords.Write));
        var content = packed.Packed();
        using var output = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        output.Write(Magic);
        output.Write(Version);
        output.Write(Sum(content));
        output.Write(content);
    }

    /// <param name="stream">From its start; of known length, as embedded resources and files are.</param>
    /// <exception cref="AssayException">It is no compiled price book of this version, or it is damaged.</exception>
    public static PriceBook Read(Stream stream)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (bytes.Length < HeaderLength || BitConverter.ToInt32(bytes) != Magic)
        {
            throw Wrong("this is no compiled price book");
        }

        if (BitConverter.ToInt32(bytes, sizeof(int)) is var version && version != Version)
        {
            throw Wrong($"the compiled price book has version {version}, and this program reads {Version}");
        }

        return BitConverter.ToUInt64(bytes, 2 * sizeof(int)) == Sum(bytes.AsSpan(HeaderLength))
            ? Content(new PackedReader(bytes, HeaderLength))
            : throw Wrong("the compiled price book is damaged");
    }

    private static PriceBook Content(PackedReader packed)
    {
        var (digest, day) = (packed.Text(), packed.Day());
        var catalogue = packed.Part();
        var (cards, provisioned) = (Section(packed, PriceRecords.Card), Section(packed, PriceRecords.Provisioned));
        var units = packed.Part();
        return new PriceBook(
            new(() => new Catalogue(catalogue.Many(PriceRecords.Model))),
            cards,
            provisioned,
            new(() => units.Many(PriceRecords.Unit)),
            new(digest, day));
    }

    private static void Section<T>(
        PackedWriter to,
        IReadOnlyList<string> models,
        Func<string, IReadOnlyList<T>> listOf,
        Action<PackedWriter, T> write) =>
        to.Many(models, (_, model) =>
        {
            to.Text(model);
            to.Part(() => to.Many(listOf(model), write));
        });

    private static Dictionary<string, Lazy<T[]>> Section<T>(PackedReader from, Func<PackedReader, T> read)
    {
        var count = from.Int();
        var section = new Dictionary<string, Lazy<T[]>>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var model = from.Text();
            var list = from.Part();
            section.Add(model, new(() => list.Many(read)));
        }

        return section;
    }

    /// <summary>Tells damage, not malice: each step can be undone, so that one wrong word always shows.</summary>
    private static ulong Sum(ReadOnlySpan<byte> content)
    {
        var sum = (ulong)content.Length;
        for (; content.Length >= sizeof(ulong); content = content[sizeof(ulong)..])
        {
            sum = (ulong.RotateLeft(sum, 5) ^ BinaryPrimitives.ReadUInt64LittleEndian(content)) * 0x9E3779B97F4A7C15;
        }

        foreach (var last in content)
        {
            sum = (ulong.RotateLeft(sum, 5) ^ last) * 0x9E3779B97F4A7C15;
        }

        return sum;
    }

    private static AssayException Wrong(string what) =>
        new(ExitCode.Usage, what, "build the program again, or restore it from a release");
}
