using Assay.Pricing;

namespace Assay.Cli.Running;

/// <summary>The price book that is built into the program.</summary>
internal static class Prices
{
    public static PriceBook Bundled() =>
        PriceFiles.Read(Resources.Names("prices/", ".jsonc").Select(name => (name, Resources.Bytes(name))));

    /// <summary>The bundled book with the prices of the user's own folder.</summary>
    public static PriceBook Current() => PriceFolder.Default.Over(Bundled());
}
