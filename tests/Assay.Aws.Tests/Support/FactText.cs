using System.Text.Json;
using Assay.Usage;

namespace Assay.Aws.Tests.Support;

/// <summary>Facts as text; records with lists would otherwise print the lists' types.</summary>
internal static class FactText
{
    public static string Of(Fact fact) => fact switch
    {
        Fact.Series series =>
            $"Series {series.Meter} {series.Seconds} {string.Join("; ", series.Points.Select(p => $"{p.Start:O} {p.Counts}"))}",
        Fact.Demand demand =>
            $"Demand {demand.Meter} {string.Join("; ", demand.Points.Select(p => $"{p.Minute:O} {p.Counts}"))}",
        Fact.Distribution each =>
            $"Distribution {each.Meter} {each.Metric} {each.Window} {each.P50} {each.P90} {each.P99} {each.Max}",
        _ => $"{fact.GetType().Name} {JsonSerializer.Serialize(fact, fact.GetType())}",
    };
}
