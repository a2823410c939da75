namespace Assay.Units;

/// <summary>US dollars an hour, as capacity is sold: one model unit of Provisioned Throughput, for instance.</summary>
public readonly record struct UsdPerHour(decimal Rate)
{
    public static UsdPerHour operator *(UsdPerHour price, int units) => new(price.Rate * units);

    /// <summary>What <paramref name="hours"/> hours cost.</summary>
    public Usd Over(decimal hours) => new(Rate * hours);
}
