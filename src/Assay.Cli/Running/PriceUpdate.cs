using Assay.Diagnostics;
using Assay.Pricing;
using Assay.Pricing.PriceList;

namespace Assay.Cli.Running;

/// <summary>
/// Answers <c>assay prices update</c>: what the price list has and the book does not becomes a price file.
/// </summary>
internal static class PriceUpdate
{
    private static readonly string[] Head =
    [
        "Prices of the AWS Price List that the book of this program does not have, as new periods.",
        "Written by `assay prices update`; your own prices belong in another file beside it.",
    ];

    public static async Task<ExitCode> RunAsync(OfferRequest asked, bool dryRun, CancellationToken cancel)
    {
        var folder = PriceFolder.Default;
        var book = Prices.Listed();
        var list = await OfferFiles.ReadAsync(asked.Paths, asked.Endpoint, book, cancel);
        var comparison = new ListComparison(book, list, asked.Day);
        var cards = comparison.Cards();
        var partial = OfferFiles.Tell(list, comparison.Unplaced);
        var path = Path.Combine(folder.Path, PriceFolder.ListName);
        var known = book.Models.ToHashSet(StringComparer.Ordinal);
        await Console.Out.WriteLineAsync(
            $"{list.Prices.Count:#,0} prices read, {comparison.Differing.Count:#,0} are new or changed, "
            + $"in {cards.Count} models ({cards.Keys.Count(model => !known.Contains(model))} new)");
        if (cards.Count > 0)
        {
            if (!dryRun)
            {
                Write(path, Together(path, cards));
            }

            await Console.Out.WriteLineAsync($"{(dryRun ? "would be written to" : "written to")} {path}");
        }

        return partial ? ExitCode.Partial : ExitCode.Done;
    }

    /// <summary>What an earlier update wrote stays, up to the day on which a newer price begins.</summary>
    private static Dictionary<string, IReadOnlyList<PriceCard>> Together(
        string path, IReadOnlyDictionary<string, IReadOnlyList<PriceCard>> cards)
    {
        var old = PriceFiles.Read(File.Exists(path) ? [(path, File.ReadAllBytes(path))] : []);
        var all = PriceOverlay.Overlay(old, PriceBook.Of(cards, "new"));
        return all.Models.ToDictionary(model => model, all.CardsOf, StringComparer.Ordinal);
    }

    private static void Write(string path, Dictionary<string, IReadOnlyList<PriceCard>> cards)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var fresh = path + ".new";
        File.WriteAllText(fresh, PriceFileText.Of(cards, Head, "AWS Price List"));
        File.Move(fresh, path, overwrite: true);
    }
}
