using Assay.Reports;

namespace Assay.Outputs.Json;

/// <summary>One element of <c>capacity[]</c>.</summary>
internal sealed class CapacityJson(JsonPen pen)
{
    public void Write(CapacityRow row)
    {
        pen.Object("subject", () =>
        {
            pen.Text("account", row.Subject.Account);
            pen.Text("region", row.Subject.Region);
            pen.Text("modelId", row.Subject.ModelId);
            pen.Text("resource", row.Subject.Resource);
        });
        pen.Text("kind", row.Kind);
        pen.List("sizes", row.Sizes, size =>
        {
            pen.Count("size", size.Size);
            pen.Money("monthlyUsd", size.MonthlyUsd);
            pen.Number("utilisation", size.Utilisation);
            pen.Number("spillShare", size.SpillShare);
        });
        pen.Count("best", row.Best);
        pen.Number("p95", row.P95);
        pen.Money("onDemandUsd", row.OnDemandUsd);
    }
}
