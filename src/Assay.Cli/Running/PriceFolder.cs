using Assay.Diagnostics;
using Assay.Pricing;

namespace Assay.Cli.Running;

/// <summary>The user's own folder of prices, which goes before what is built in.</summary>
/// <param name="Path">The folder; it need not be there.</param>
internal sealed record PriceFolder(string Path)
{
    private const string OverridesName = "overrides.jsonc";

    /// <summary><c>$XDG_CONFIG_HOME/assay/prices</c>, or <c>~/.config/assay/prices</c>.</summary>
    public static PriceFolder Default
    {
        get
        {
            var set = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME");
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            var config = System.IO.Path.IsPathRooted(set) ? set : System.IO.Path.Combine(home, ".config");
            return new(System.IO.Path.Combine(config, "assay", "prices"));
        }
    }

    /// <summary>The book with the prices of this folder; the book itself where the folder holds none.</summary>
    public PriceBook Over(PriceBook book)
    {
        if (!Directory.Exists(Path))
        {
            return book;
        }

        try
        {
            var (read, idle) = PriceOverlay.Override(PriceOverlay.Overlay(book, Cards()), Overrides());
            return idle.Count == 0 ? read : throw new AssayException(
                ExitCode.Usage,
                $"{idle[0].Place}: no known price is meant by it",
                "see what is known: assay prices list");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AssayException(ExitCode.Usage, $"{Path} can't be read: {e.Message}", "mend the folder's rights");
        }
    }

    /// <summary>Each file by itself: one model may stand in several.</summary>
    private Dictionary<string, IReadOnlyList<PriceCard>> Cards() =>
        Directory.GetFiles(Path, "*.jsonc").Order(StringComparer.Ordinal)
            .Where(file => System.IO.Path.GetFileName(file) != OverridesName)
            .Select(file => PriceFiles.Read([(file, File.ReadAllBytes(file))]))
            .SelectMany(book => book.Models.SelectMany(model => book.CardsOf(model).Select(card => (model, card))))
            .GroupBy(pair => pair.model, pair => pair.card, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key, group => (IReadOnlyList<PriceCard>)[.. group], StringComparer.Ordinal);

    private IReadOnlyList<PriceOverride> Overrides()
    {
        var file = System.IO.Path.Combine(Path, OverridesName);
        return File.Exists(file) ? PriceOverrides.Read(file, File.ReadAllBytes(file)) : [];
    }
}
