using Assay.Models;
using Assay.Units;

namespace Assay.Pricing;

/// <summary>Each record of the book, written and read in one order; the version of the format holds both.</summary>
internal static class PriceRecords
{
    public static void Write(PackedWriter to, PriceCard card)
    {
        to.Scopes(card.Scopes);
        to.Texts(card.Regions);
        to.Byte((byte)card.Tier);
        to.Number(card.ContextFrom);
        to.Day(card.From);
        to.OptionalDay(card.To);
        to.Byte((byte)card.FromBasis);
        foreach (var kind in Rates.Kinds)
        {
            to.OptionalNumber(card.Rates[kind]?.Rate);
        }

        to.Text(card.Source);
        to.Day(card.Checked);
        to.OptionalText(card.Note);
    }

    public static PriceCard Card(PackedReader from) => new(
        from.Scopes(),
        from.Texts(),
        (ServiceTier)from.Byte(),
        (long)from.Number(),
        from.Day(),
        from.OptionalDay(),
        (FromBasis)from.Byte(),
        new(Rate(from), Rate(from), Rate(from), Rate(from), Rate(from), Rate(from)),
        from.Text(),
        from.Day(),
        from.OptionalText());

    public static void Write(PackedWriter to, ProvisionedCard card)
    {
        to.Texts(card.Regions);
        to.Text(card.Term);
        to.Number(card.PerUnit.Rate);
        to.Day(card.From);
        to.OptionalDay(card.To);
        to.Byte((byte)card.FromBasis);
        to.Text(card.Source);
        to.Day(card.Checked);
    }

    public static ProvisionedCard Provisioned(PackedReader from) => new(
        from.Texts(),
        from.Text(),
        new UsdPerHour(from.Number()),
        from.Day(),
        from.OptionalDay(),
        (FromBasis)from.Byte(),
        from.Text(),
        from.Day());

    public static void Write(PackedWriter to, UnitPrice unit)
    {
        to.Text(unit.Subject);
        to.Text(unit.Unit);
        to.Scopes(unit.Scopes);
        to.Texts(unit.Regions);
        to.Text(unit.Term);
        to.Number(unit.Usd);
        to.Day(unit.From);
        to.OptionalDay(unit.To);
        to.Byte((byte)unit.FromBasis);
        to.Text(unit.Source);
        to.Day(unit.Checked);
    }

    public static UnitPrice Unit(PackedReader from) => new(
        from.Text(),
        from.Text(),
        from.Scopes(),
        from.Texts(),
        from.Text(),
        from.Number(),
        from.Day(),
        from.OptionalDay(),
        (FromBasis)from.Byte(),
        from.Text(),
        from.Day());

    public static void Write(PackedWriter to, CatalogueModel model)
    {
        foreach (var text in (string[])[model.Id, model.Name, model.Provider, model.Family, model.Tokenizer])
        {
            to.Text(text);
        }

        to.Int(model.Size);
        to.Texts(model.Aliases);
        to.Texts(model.Input);
        to.Texts(model.Output);
        to.OptionalNumber(model.ContextTokens);
        to.OptionalNumber(model.MaxOutputTokens);
        to.OptionalNumber(model.Tools is { } tools ? (tools ? 1 : 0) : null);
        to.Many<CachingRules>(model.Caching is { } caching ? [caching] : [], Write);
        to.Text(model.Status);
        to.OptionalDay(model.LegacyFrom);
        to.OptionalDay(model.EndOfLife);
        to.OptionalText(model.Successor);
        to.OptionalNumber(model.BurnDown);
        to.Many<ReservedMinimum>(model.ReservedMinimum is { } least ? [least] : [], Write);
        to.Byte((byte)model.Tiers.Sum(tier => 1 << (int)tier));
    }

    public static CatalogueModel Model(PackedReader from) => new(
        from.Text(),
        from.Text(),
        from.Text(),
        from.Text(),
        from.Text(),
        from.Int(),
        from.Texts(),
        from.Texts(),
        from.Texts(),
        (long?)from.OptionalNumber(),
        (long?)from.OptionalNumber(),
        from.OptionalNumber() is { } tools ? tools == 1 : null,
        from.Many(Caching) is [var caching] ? caching : null,
        from.Text(),
        from.OptionalDay(),
        from.OptionalDay(),
        from.OptionalText(),
        (int?)from.OptionalNumber(),
        from.Many(Reserved) is [var least] ? least : null)
    {
        Tiers = TiersOf(from.Byte()),
    };

    private static ServiceTier[] TiersOf(int bits)
    {
        var tiers = new ServiceTier[int.PopCount(bits)];
        for (var (tier, i) = (0, 0); i < tiers.Length; tier++)
        {
            if ((bits & (1 << tier)) != 0)
            {
                tiers[i++] = (ServiceTier)tier;
            }
        }

        return tiers;
    }

    private static void Write(PackedWriter to, ReservedMinimum least)
    {
        to.Number(least.InputTpm);
        to.Number(least.OutputTpm);
    }

    private static ReservedMinimum Reserved(PackedReader from) => new((long)from.Number(), (long)from.Number());

    private static void Write(PackedWriter to, CachingRules caching)
    {
        to.OptionalNumber(caching.MinTokens);
        to.OptionalNumber(caching.MaxCheckpoints);
        to.Texts(caching.Ttls);
        to.Texts(caching.Fields);
        to.OptionalNumber(caching.MaxTokens);
    }

    private static CachingRules Caching(PackedReader from) => new(
        (long?)from.OptionalNumber(),
        (int?)from.OptionalNumber(),
        from.Texts(),
        from.Texts(),
        (long?)from.OptionalNumber());

    private static UsdPerMillion? Rate(PackedReader from) =>
        from.OptionalNumber() is { } rate ? new UsdPerMillion(rate) : null;
}
