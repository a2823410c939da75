using Assay.Reports;

namespace Assay.Outputs.Json;

/// <summary>Dollars by what was paid for.</summary>
internal static class CostJson
{
    public static void Write(JsonPen pen, CostByKind cost)
    {
        pen.Money("input", cost.Input);
        pen.Money("output", cost.Output);
        pen.Money("cacheRead", cost.CacheRead);
        pen.Money("cacheWrite", cost.CacheWrite);
        pen.Money("provisioned", cost.Provisioned);
    }
}
