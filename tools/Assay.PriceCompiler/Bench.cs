using System.Diagnostics;
using Assay.Models;
using Assay.Pricing;

namespace Assay.PriceCompiler;

/// <summary>Measures for bench/prices.sh: each prints numbers for the script to take medians of.</summary>
internal static class Bench
{
    private const int Rounds = 20;

    public static PriceBook Jsonc(string folder) => PriceFiles.Read(Files(folder));

    private static List<(string, ReadOnlyMemory<byte>)> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.jsonc")
            .Select(file => (Path.GetFileName(file), (ReadOnlyMemory<byte>)File.ReadAllBytes(file))),
    ];

    /// <returns>
    /// Of <c>find</c>: nanoseconds of a look-up and of one in a dictionary by text. Of the others: milliseconds of the
    /// first reading in this process.
    /// </returns>
    public static string Measure(string prices, string file, string measure)
    {
        if (measure == "find")
        {
            return Find(Binary(file));
        }

        // What the program does at start: the book, the catalogue, and a first price. The bytes are in memory before,
        // as the program's resource is.
        var files = measure == "jsonc" ? Files(prices) : [];
        var stream = new MemoryStream(File.ReadAllBytes(file));
        var start = Stopwatch.GetTimestamp();
        var book = measure == "jsonc" ? PriceFiles.Read(files) : PriceBinary.Read(stream);
        var price = book.Find(new("amazon.nova-pro-v1:0", RoutingScope.InRegion, "us-east-1", ServiceTier.Standard), new(2026, 11, 1));
        GC.KeepAlive(book.Catalogue.Find("amazon.nova-pro-v1:0"));
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        GC.KeepAlive(price);
        return $"{took:F2}";
    }

    private static PriceBook Binary(string file)
    {
        using var stream = File.OpenRead(file);
        return PriceBinary.Read(stream);
    }

    private static string Find(PriceBook book)
    {
        PriceKey[] keys =
        [
            .. from model in book.Models
               from card in book.CardsOf(model)
               from scope in card.Scopes
               from region in card.Regions
               select new PriceKey(model, scope, region, card.Tier),
        ];
        new Random(1).Shuffle(keys);
        var day = book.Checked;
        // The texts are other instances than the dictionary's, as a caller's are.
        var byText = keys.Select(key => key.ToString()).Distinct().ToDictionary(text => text, StringComparer.Ordinal);
        string[] texts = [.. keys.Select(key => key.ToString())];
        var find = Best(keys, key => book.Find(key, day) is not null);
        var floor = Best(texts, byText.ContainsKey);
        return $"{find:F1} {floor:F1}";
    }

    /// <summary>Nanoseconds of one in the best of several rounds, so that the compiler's own work is not in it.</summary>
    private static double Best<T>(T[] keys, Func<T, bool> find)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var found = 0;
            foreach (var key in keys)
            {
                found += find(key) ? 1 : 0;
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / keys.Length);
            GC.KeepAlive(found);
        }

        return best;
    }
}
