using System.IO.Compression;
using Assay.Aws.PriceLists;
using Assay.Diagnostics;
using Assay.Pricing;
using Assay.Pricing.PriceList;

namespace Assay.Cli.Running;

/// <summary>Offer files of the AWS Price List, from a disk or from where AWS publishes them.</summary>
internal static class OfferFiles
{
    /// <param name="paths">Files and folders; none means to download.</param>
    public static async Task<PriceListContent> ReadAsync(
        IReadOnlyList<string> paths, string? endpoint, PriceBook book, CancellationToken cancel)
    {
        var reader = new PriceListReader(book.Catalogue);
        var files = paths.Count > 0 ? paths.SelectMany(Local) : await DownloadAsync(endpoint, cancel);
        foreach (var (path, source) in files)
        {
            await using Stream file = File.OpenRead(path);
            await using var plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(file, CompressionMode.Decompress) : file;
            try
            {
                reader.Add(path, source, plain);
            }
            catch (InvalidDataException e)
            {
                throw new AssayException(ExitCode.NoResult, $"{path}: {e.Message}", "download the file again");
            }
        }

        var content = reader.Content();
        return content.Prices.Count + content.Units.Count > 0 ? content : throw new AssayException(
            ExitCode.NoResult,
            "no price was found in " + PriceBook.Join(content.Files.Select(file => file.Name)) + Why(content),
            $"give offer files of {string.Join(", ", OfferDownload.Codes)} in JSON");
    }

    /// <summary>What could not be used, on standard error.</summary>
    /// <returns>True where there was something.</returns>
    public static bool Tell(PriceListContent content, IReadOnlyList<PriceListPrice> unplaced)
    {
        List<string> lines =
        [
            .. content.Quarantined.Select(each => $"{each.Row.File} {each.Row.Sku} {each.Row.UsageType}: {each.Why}"),
            .. content.Unmapped.Select(each =>
                $"{each.Row.File} {each.Row.Sku} {each.Row.UsageType}: no model is called {each.Name}"),
            .. unplaced.Select(each =>
                $"{each.Row.File} {each.Row.Sku} {each.Row.UsageType}: nothing says where its long context begins"),
        ];
        const int most = 20;
        foreach (var line in lines.Take(most))
        {
            Console.Error.WriteLine("  set aside: " + Plain(line));
        }

        if (lines.Count > most)
        {
            Console.Error.WriteLine($"  and {lines.Count - most} more were set aside");
        }

        return lines.Count > 0;
    }

    private static string Why(PriceListContent content) =>
        content.Quarantined is [var first, ..] ? $" ({Plain(first.Why)})" : "";

    /// <summary>What a file says must not move the cursor.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));

    private static IEnumerable<(string Path, string Source)> Local(string path)
    {
        const string source = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/index.json";
        if (!Directory.Exists(path))
        {
            return File.Exists(path) ? [(path, source)] : throw new AssayException(
                ExitCode.Usage, $"--from {path}: there is no such file or folder", "name offer files or their folder");
        }

        return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                || file.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).Select(file => (file, source));
    }

    private static async Task<IReadOnlyList<(string, string)>> DownloadAsync(string? at, CancellationToken cancel)
    {
        if (!Uri.TryCreate(at ?? OfferDownload.Published.ToString(), UriKind.Absolute, out var endpoint))
        {
            throw new AssayException(ExitCode.Usage, $"--endpoint {at} is no address", "write it as https://host");
        }

        using var download = new OfferDownload(endpoint, UserFolder.Cache("price-lists"), PriceListReader.Limit);
        return await download.GetAsync(cancel);
    }
}
