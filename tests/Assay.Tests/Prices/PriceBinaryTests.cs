using System.Text.Json;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Models;
using Assay.Pricing;
using Assay.Tests.Support;
using CsCheck;

namespace Assay.Tests.Prices;

public sealed class PriceBinaryTests
{
    private static readonly byte[] Compiled = Compile();

    [Fact]
    public void The_program_holds_the_price_files_as_they_are()
    {
        var bundled = Assay.Cli.Running.Prices.Bundled();
        Assert.Equal(Some.Book.Digest, bundled.Digest);
        Assert.Equal(Json(Some.Book.Catalogue.Models), Json(bundled.Catalogue.Models));
        Assert.Equal(Json(Some.Book.Units), Json(bundled.Units));
        Assert.Equal(Some.Book.Models, bundled.Models);
        Assert.Equal(Some.Book.ProvisionedModels, bundled.ProvisionedModels);
        Assert.All(Some.Book.Models, model => Assert.Equal(Json(Some.Book.CardsOf(model)), Json(bundled.CardsOf(model))));
        Assert.All(Some.Book.ProvisionedModels, model =>
            Assert.Equal(Json(Some.Book.ProvisionedCardsOf(model)), Json(bundled.ProvisionedCardsOf(model))));
    }

    [Fact]
    public void Equal_lists_of_Regions_are_one_list()
    {
        var book = PriceBinary.Read(new MemoryStream(Compiled));
        var lists = book.Models.SelectMany(book.CardsOf).Select(card => card.Regions).ToHashSet(ReferenceEqualityComparer.Instance);
        Assert.Equal(lists.Count, lists.Select(Json).Distinct().Count());
    }

    [Fact]
    public void Reading_makes_no_price_before_it_is_asked_for()
    {
        var compiled = new MemoryStream(Compiled);
        var start = GC.GetAllocatedBytesForCurrentThread();
        var book = PriceBinary.Read(compiled);
        var read = GC.GetAllocatedBytesForCurrentThread() - start - Compiled.Length;
        _ = book.Models.Sum(model => book.CardsOf(model).Count);
        var whole = GC.GetAllocatedBytesForCurrentThread() - start - Compiled.Length;
        Assert.True(read < whole / 4, $"{read} bytes of {whole}");
    }

    [Fact]
    public void Equal_books_compile_to_equal_bytes() => Assert.Equal(Compiled, Compile());

    [Fact]
    public void What_is_no_compiled_book_is_refused() =>
        Assert.Contains("no compiled price book", Refusal([.. "{ \"schema\": \"assay\" }"u8]), StringComparison.Ordinal);

    [Fact]
    public void A_book_of_another_version_is_refused() =>
        Assert.Contains("version 9", Refusal([.. Compiled[..4], 9, 0, 0, 0, .. Compiled[8..]]), StringComparison.Ordinal);

    [Fact]
    public void A_book_that_was_cut_short_is_refused() =>
        Gen.Int[0, Compiled.Length - 1].Sample(length => Assert.NotEmpty(Refusal(Compiled[..length])));

    [Fact]
    public void A_book_with_a_wrong_byte_is_refused() =>
        Gen.Select(Gen.Int[0, Compiled.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, change) =>
            {
                byte[] damaged = [.. Compiled];
                damaged[at] ^= change;
                Assert.NotEmpty(Refusal(damaged));
            },
            iter: 300);

    /// <summary>The oracle is the definition: the first card in the order of the files that fits and holds.</summary>
    [Fact]
    public void The_index_finds_what_reading_all_cards_finds()
    {
        string[] models = [.. Some.Book.Models, "no.such-model"];
        string[] regions = [.. Some.Book.Models.SelectMany(Some.Book.CardsOf).SelectMany(card => card.Regions).Distinct(), "mars-east-1"];
        Gen.Select(
            Gen.Int[0, models.Length - 1].Select(i => models[i]), Gen.Enum<RoutingScope>(), Gen.Int[0, regions.Length - 1].Select(i => regions[i]), Gen.Enum<ServiceTier>(), Gen.Int[-1500, 400], Gen.Bool).Sample(
            (model, scope, region, tier, days, longContext) =>
            {
                var (key, day) = (new PriceKey(model, scope, region, tier), new DateOnly(2026, 11, 10).AddDays(days));
                var found = longContext ? Some.Book.FindLongContext(key, day) : Some.Book.Find(key, day);
                Assert.Same(Scan(key, day, longContext), found);
            },
            iter: 20_000);
    }

    private static PriceCard? Scan(PriceKey key, DateOnly day, bool longContext)
    {
        var fitting = Some.Book.CardsOf(key.Model).Where(card => card.Tier == key.Tier && card.ContextFrom > 0 == longContext
            && card.Scopes.Contains(key.Scope) && card.Regions.Contains(key.Region)).ToList();
        return fitting.Find(card => card.HoldsOn(day))
            ?? (fitting.MinBy(card => card.From) is { FromBasis: FromBasis.Observed } first && day < first.From ? first : null);
    }

    private static string Refusal(byte[] bytes) =>
        Assert.Throws<AssayException>(() => PriceBinary.Read(new MemoryStream(bytes))).Message;

    private static byte[] Compile()
    {
        using var stream = new MemoryStream();
        PriceBinary.Write(Some.Book, stream);
        return stream.ToArray();
    }

    /// <summary>Decimals keep their last zeros in it, and lists are told by what is in them.</summary>
    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
