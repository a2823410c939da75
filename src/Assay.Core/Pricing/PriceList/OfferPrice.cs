namespace Assay.Pricing.PriceList;

/// <summary>One price dimension; every part is a text of the file or empty.</summary>
/// <param name="Currencies">Currency and amount of each.</param>
internal sealed record OfferPrice(
    string Effective,
    string Unit,
    string Description,
    string Begin,
    string End,
    IReadOnlyDictionary<string, string> Currencies);
