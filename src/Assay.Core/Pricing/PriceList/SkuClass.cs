namespace Assay.Pricing.PriceList;

/// <summary>What a SKU of an offer file sells.</summary>
public enum SkuClass
{
    Tokens,

    /// <summary>Tokens a minute, for a month or three.</summary>
    Reserved,

    /// <summary>Model units by the hour.</summary>
    Provisioned,

    /// <summary>Training, storage and use of custom models.</summary>
    Customization,

    /// <summary>Images, audio and video.</summary>
    Media,

    Guardrail,

    Other,
}
