using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Models;
using Assay.Units;

namespace Assay.Pricing.PriceList;

/// <summary>Understands one SKU, or says why not.</summary>
internal sealed partial class SkuReader(ModelNames names, UnitReader units)
{
    /// <summary>No model ever cost a thousandth of a dollar a token; a price above has a wrong unit.</summary>
    private const decimal Absurd = 1000m;

    public SkuOutcome Read(OfferSku sku, PriceListFile file)
    {
        var row = new PriceListRow(file.Name, sku.Sku, sku.UsageType);
        if (sku.Wrong is { } wrong)
        {
            return new SkuOutcome.Refused(wrong);
        }

        if (UsageWords.ClassOf(sku) is not SkuClass.Tokens and var sold)
        {
            return units.Read(sku, file, sold);
        }

        var words = UsageWords.Of(sku);
        var price = sku.Prices.Count > 0 ? sku.Prices[0] : null;
        if (price is not null && OfUnit(price.Unit) is not SkuClass.Tokens and var other)
        {
            return units.Read(sku, file, other);
        }

        if (words.Kind is null)
        {
            return price is not null && !TokenUnit().IsMatch(price.Unit)
                ? new SkuOutcome.Skipped(SkuClass.Other)
                : new SkuOutcome.Refused("no word says which kind of token it is");
        }

        return words.Wrong is { } strange ? new SkuOutcome.Refused(strange)
            : price is null ? new SkuOutcome.Refused("it has no on-demand price")
            : sku.Prices.Exists(each => Differs(each, price)) ? new SkuOutcome.Refused("it has several prices")
            : RateOf(price, out var rate) is { } bad ? new SkuOutcome.Refused(bad)
            : Place(sku, words, rate, (file, row));
    }

    private SkuOutcome Place(
        OfferSku sku, UsageWords words, UsdPerMillion rate, (PriceListFile File, PriceListRow Row) at)
    {
        if (RegionOf(sku) is not { } region)
        {
            return new SkuOutcome.Refused("it names no Region");
        }

        var inUsage = names.IdIn(words) ?? names.Find(words.Head, sku.Text("provider"));
        string[] said = [sku.Text("model"), sku.Text("titanModel"), sku.Text("servicename")];
        var named = said.Select(name => names.Find(name, sku.Text("provider"))).FirstOrDefault(id => id is not null);
        if (inUsage is not null && named is not null && inUsage != named)
        {
            return new SkuOutcome.Refused($"the usage type is of {inUsage} and the model's name is of {named}");
        }

        if ((inUsage ?? named) is not { } model)
        {
            var name = Array.Find(said, each => each.Length > 0) ?? words.Head;
            return new SkuOutcome.Unmapped(new(at.Row, name, region, words.Kind!.Value, rate));
        }

        if (PeriodOf(sku.Prices[0], at.File) is not { } period)
        {
            return new SkuOutcome.Refused("neither the price nor the file has a day");
        }

        var scope = words.Scope ?? RoutingScope.InRegion;
        var key = new PriceListKey(model, scope, region, words.Tier, words.LongContext, words.Kind!.Value);
        var price = new PriceListPrice(key, rate, period.From, period.Basis, at.Row, Implied: false);
        // A row without a scope is the price in the Region and through geographic profiles.
        return new SkuOutcome.Priced(words.Scope is not null
            ? [price]
            : [price, price with { Key = key with { Scope = RoutingScope.Geo }, Implied = true }]);
    }

    /// <returns>Null where the SKU names none.</returns>
    public static string? RegionOf(OfferSku sku) =>
        sku.Text("regionCode") is var region && Region().IsMatch(region) ? region : null;

    /// <summary>The day from which the price is known to hold: its own, else that of the file.</summary>
    public static (DateOnly From, FromBasis Basis)? PeriodOf(OfferPrice price, PriceListFile file) =>
        DayOf(price.Effective) is { } effective ? (effective, FromBasis.Effective)
            : file.Published is { } published ? (published, FromBasis.Observed)
            : null;

    public static bool Differs(OfferPrice a, OfferPrice b) =>
        a.Unit != b.Unit || a.Begin != b.Begin
        || a.Currencies.GetValueOrDefault("USD") != b.Currencies.GetValueOrDefault("USD");

    /// <returns>Why it is no price of all usage in US dollars, or null.</returns>
    public static string? UsdOf(OfferPrice price, out decimal usd)
    {
        usd = default;
        return !price.Currencies.TryGetValue("USD", out var text)
            ? "it has no price in US dollars"
                + (price.Currencies.Keys.FirstOrDefault() is { Length: 3 } other ? $" but in {other}" : "")
            : !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out usd)
                ? "its price is no number"
            : price.Begin is "" or "0" && price.End is "" or "Inf" ? null
            : "its price holds for a part of the usage only";
    }

    /// <returns>What makes a price per thousand or million one per million; 0 where it says both or neither.</returns>
    public static decimal Scale(string text) => (PerMillion().IsMatch(text), PerThousand().IsMatch(text)) switch
    {
        (true, false) => 1m,
        (false, true) => 1000m,
        _ => 0m,
    };

    /// <returns>Why it is no price, or null.</returns>
    private static string? RateOf(OfferPrice price, out UsdPerMillion rate)
    {
        rate = default;
        if (UsdOf(price, out var usd) is { } bad)
        {
            return bad;
        }

        if (ScaleOf(price, out var scale) is { } wrong)
        {
            return wrong;
        }

        if (usd < 0 || usd > Absurd / scale)
        {
            return usd < 0 ? "its price is negative" : $"its price is above ${Absurd:#,0} per million tokens";
        }

        rate = new(usd * scale);
        return null;
    }

    private static string? ScaleOf(OfferPrice price, out decimal scale)
    {
        var said = Scale(price.Description);
        scale = price.Unit.ToLowerInvariant() switch
        {
            "1k tokens" or "1k token" => 1000m,
            "1m tokens" or "1m token" => 1m,
            "units" or "unit" => said,
            _ => 0m,
        };
        return scale == 0m ? $"its unit is unknown: {(price.Unit.Length > 40 ? "…" : price.Unit)}"
            : said != 0m && said != scale ? "its unit and its description differ"
            : null;
    }

    private static SkuClass OfUnit(string unit) => unit.ToLowerInvariant() switch
    {
        "1m tpm hour" or "1k tpm hour" => SkuClass.Reserved,
        "hour" or "hours" or "hrs" or "hr" => SkuClass.Provisioned,
        "image" or "images" or "second" or "seconds" or "minute" or "minutes" => SkuClass.Media,
        _ => SkuClass.Tokens,
    };

    private static DateOnly? DayOf(string text) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at)
            ? DateOnly.FromDateTime(at.UtcDateTime)
            : null;

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-\d$")]
    private static partial Regex Region();

    [GeneratedRegex("token|^units?$", RegexOptions.IgnoreCase)]
    private static partial Regex TokenUnit();

    [GeneratedRegex(@"\bmillions?\b|\b1M\b|\b1,?000,?000\b", RegexOptions.IgnoreCase)]
    private static partial Regex PerMillion();

    [GeneratedRegex(@"\bthousands?\b|\b1K\b|\b1,?000\b(?!,)", RegexOptions.IgnoreCase)]
    private static partial Regex PerThousand();
}
