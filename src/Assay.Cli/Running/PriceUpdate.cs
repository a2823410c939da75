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
        var units = new UnitComparison(book, list, asked.Day);
        var fresh = PriceBook.Of(comparison.Cards(), "new", units.Hourly, units.Units);
        var partial = OfferFiles.Tell(list, comparison.Unplaced);
        var path = Path.Combine(folder.Path, PriceFolder.ListName);
        var known = book.Models.ToHashSet(StringComparer.Ordinal);
        await Console.Out.WriteLineAsync(
            $"{list.Prices.Count:#,0} prices read, {comparison.Differing.Count:#,0} are new or changed, "
            + $"in {fresh.Models.Count()} models ({fresh.Models.Count(model => !known.Contains(model))} new)");
        if (list.Units.Count > 0 || list.Skipped.Count > 0)
        {
            await Console.Out.WriteLineAsync(
                $"{list.Units.Count:#,0} by other units than tokens, {units.Differing.Count:#,0} are new or changed; "
                + $"{list.Skipped.Values.Sum():#,0} SKUs are left out");
            foreach (var skipped in SkippedSkus.Of(list))
            {
                await Console.Out.WriteLineAsync($"  left out: {skipped.Count:#,0} of {skipped.Sold}: {skipped.Why}");
            }
        }

        if (fresh.Models.Any() || units.Differing.Count > 0)
        {
            if (!dryRun)
            {
                Write(path, Together(path, fresh));
            }

            await Console.Out.WriteLineAsync($"{(dryRun ? "would be written to" : "written to")} {path}");
        }

        return partial ? ExitCode.Partial : ExitCode.Done;
    }

    /// <summary>What an earlier update wrote stays, up to the day on which a newer price begins.</summary>
    private static PriceBook Together(string path, PriceBook fresh)
    {
        var old = PriceFiles.Read(File.Exists(path) ? [(path, File.ReadAllBytes(path))] : []);
        return PriceOverlay.Overlay(old, fresh);
    }

    private static void Write(string path, PriceBook all)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".new";
        File.WriteAllText(unfinished, PriceFileText.Of(all, Head, "AWS Price List"));
        File.Move(unfinished, path, overwrite: true);
    }
}
