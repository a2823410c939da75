using Assay.Pricing;

namespace Assay.Cli.Running;

/// <summary>One hourly price of the book: a model unit of Provisioned Throughput in one Region.</summary>
internal sealed record HourlyRate(string Model, string Region, ProvisionedCard Card)
{
    public static readonly string[] Terms = ["none", "1-month", "6-month"];

    /// <summary>Every hourly price of a model, in a stable order.</summary>
    public static IEnumerable<HourlyRate> Of(PriceBook book, string model) =>
        from card in book.ProvisionedCardsOf(model)
        from region in card.Regions
        orderby card.Term, region, card.From
        select new HourlyRate(model, region, card);
}
