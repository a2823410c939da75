using Assay.Diagnostics;
using Assay.Pricing;

namespace Assay.Cli.Running;

/// <summary>The user's own folder of prices, which goes before what is built in.</summary>
/// <param name="Path">The folder; it need not be there.</param>
internal sealed record PriceFolder(string Path)
{
    /// <summary>What <c>prices update</c> writes.</summary>
    public const string ListName = "price-list.jsonc";

    private const string OverridesName = "overrides.jsonc";

    /// <summary><c>$XDG_CONFIG_HOME/assay/prices</c>, or <c>~/.config/assay/prices</c>.</summary>
    public static PriceFolder Default => new(UserFolder.Config("prices"));

    /// <summary>The book with the prices of this folder; the book itself where the folder holds none.</summary>
    /// <param name="withOverrides">False for list prices, as AWS publishes them.</param>
    public PriceBook Over(PriceBook book, bool withOverrides = true)
    {
        if (!Directory.Exists(Path))
        {
            return book;
        }

        try
        {
            var listed = PriceOverlay.Overlay(book, Own());
            var (read, idle) = withOverrides ? PriceOverlay.Override(listed, Overrides()) : (listed, []);
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

    /// <summary>The folder's own price files as a book by itself.</summary>
    private PriceBook Own() => PriceFiles.Read(
        Directory.GetFiles(Path, "*.jsonc").Where(file => System.IO.Path.GetFileName(file) != OverridesName)
            .Select(file => (file, (ReadOnlyMemory<byte>)File.ReadAllBytes(file))));

    private IReadOnlyList<PriceOverride> Overrides()
    {
        var file = System.IO.Path.Combine(Path, OverridesName);
        return File.Exists(file) ? PriceOverrides.Read(file, File.ReadAllBytes(file)) : [];
    }
}
