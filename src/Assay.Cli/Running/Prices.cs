using Assay.Pricing;

namespace Assay.Cli.Running;

/// <summary>The price book that is built into the program.</summary>
internal static class Prices
{
    public static PriceBook Bundled()
    {
        using var compiled = Resources.Open("prices.bin");
        return PriceBinary.Read(compiled);
    }

    /// <summary>The bundled book with the prices of the user's own folder.</summary>
    public static PriceBook Current() => PriceFolder.Default.Over(Bundled());

    /// <summary>Current list prices: without what was agreed on privately.</summary>
    public static PriceBook Listed() => PriceFolder.Default.Over(Bundled(), withOverrides: false);
}
