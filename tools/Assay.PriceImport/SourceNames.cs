using System.Text.RegularExpressions;
using Assay.Models;
using Assay.Pricing.PriceList;

namespace Assay.PriceImport;

/// <summary>
/// From what a source calls a model to the model: ids of every spelling, and names with the words of AWS's price page
/// around them.
/// </summary>
internal sealed partial class SourceNames(Catalogue catalogue)
{
    private readonly ModelNames names = new(catalogue);

    /// <returns>The model, the scopes the spelling speaks of and the Region it names, if any.</returns>
    public (string? Model, IReadOnlyList<RoutingScope> Scopes, string? Region) OfId(string spelling)
    {
        var parts = ModelIdParts.Parse(ForeignSpelling.ToBedrock(spelling));
        var region = RegionPart().Match(spelling);
        return (
            parts.Base is { } id ? catalogue.Find(id)?.Id : null,
            parts.Scope == RoutingScope.Unknown ? [] : [parts.Scope],
            region.Success ? region.Value : null);
    }

    public string? OfName(string name) =>
        names.Find(Dressing().Replace(name.ToLowerInvariant(), ""), "") ?? catalogue.Find(name)?.Id;

    /// <summary>Words of the page and the price list around the name.</summary>
    [GeneratedRegex(@"\(w/.*?\)|\(public extended.*?\)|\(on-demand\)|\(batch\)|\b(amazon|cohere|twelvelabs|nvidia|meta|writer|instruct|custom)\b|\*")]
    private static partial Regex Dressing();

    [GeneratedRegex(@"(?<=/)(us|eu|ap|ca|sa|af|me|il|mx)(-gov)?-[a-z]+-\d(?=/)")]
    private static partial Regex RegionPart();
}
