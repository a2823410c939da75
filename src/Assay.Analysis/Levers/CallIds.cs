using Assay.Models;
using Assay.Pricing;

namespace Assay.Analysis.Levers;

/// <summary>
/// What to pass as <c>modelId</c> to be charged a price. Which geographic profile a Region has differs by model, so the
/// account's own list is asked first.
/// </summary>
internal static class CallIds
{
    public static string Of(AccountEvidence evidence, string account, PriceKey key) =>
        (key.Scope != RoutingScope.Geo ? null : evidence.Inventory.Profiles.FirstOrDefault(
            each => !each.IsApplication && each.Account == account && each.Region == key.Region
                && each.Id.EndsWith("." + key.Model, StringComparison.Ordinal)
                && !each.Id.StartsWith("global.", StringComparison.Ordinal))?.Id)
        ?? Of(key);

    /// <summary>The same where no account is asked.</summary>
    public static string Of(PriceKey key) => key.Scope switch
    {
        RoutingScope.Global => "global." + key.Model,
        RoutingScope.Geo => Geography.Of(key.Region) + "." + key.Model,
        _ => key.Model,
    };
}
