using Assay.Analysis.Pricing;
using Assay.Diagnostics;
using Assay.Pricing;
using Assay.Pricing.PriceList;
using Assay.Usage;

namespace Assay.Cli.Running;

/// <summary>
/// Answers <c>assay prices verify</c>: the book against the price list, with what each difference is worth in dollars
/// on the tokens of a ledger.
/// </summary>
internal static class PriceVerify
{
    public static async Task<ExitCode> RunAsync(
        OfferRequest asked, string? ledger, string format, CancellationToken cancel)
    {
        var book = Prices.Listed();
        var list = await OfferFiles.ReadAsync(asked.Paths, asked.Endpoint, book, cancel);
        var comparison = new ListComparison(book, list, asked.Day);
        var differences = comparison.Differences();
        var units = new UnitComparison(book, list, asked.Day).Differences();
        (Window Window, IReadOnlyDictionary<(PriceKey, TokenKind), decimal> Usd)? worth =
            ledger is null ? null : Dollars(ledger, book, comparison);
        var partial = OfferFiles.Tell(list, comparison.Unplaced);
        DifferenceOutput.Write(
            new(
                differences, "book", "list",
                $"{list.Prices.Count:#,0} prices of tokens and {list.Units.Count:#,0} by other units of the list")
            {
                Units = units,
                Skipped = SkippedSkus.Of(list),
                Window = worth?.Window,
                Dollars = worth?.Usd,
            },
            format);
        return differences.Count + units.Count > 0 ? ExitCode.Findings : partial ? ExitCode.Partial : ExitCode.Done;
    }

    /// <summary>The list's prices are taken for all days: what the tokens cost by one and the other.</summary>
    private static (Window, IReadOnlyDictionary<(PriceKey, TokenKind), decimal>) Dollars(
        string path, PriceBook book, ListComparison comparison)
    {
        var (opened, window) = LedgerFile.Open(path);
        using var ledger = opened;
        var from = DateOnly.FromDateTime(window.From.UtcDateTime);
        var cards = comparison.Cards().ToDictionary(
            pair => pair.Key,
            IReadOnlyList<PriceCard> (pair) =>
                [.. pair.Value.Select(card => card with { From = from, Checked = DateOnly.MaxValue })],
            StringComparer.Ordinal);
        var listed = PriceOverlay.Overlay(book, PriceBook.Of(cards, "list"));
        return (window, new PriceImpact(ledger, window).Of(book, listed));
    }
}
