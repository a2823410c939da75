using Assay.Outputs.Json;
using Assay.Replays;

namespace Assay.Outputs.Replaying;

/// <summary>Capacity as <c>assay.capacity/1</c>: one element of the report's <c>capacity[]</c>, and more.</summary>
internal static class CapacityReportJson
{
    public static void Write(CapacityReport capacity, TextWriter writer) =>
        JsonText.Write(writer, pen => pen.Object(() =>
        {
            pen.Text("schema", "assay.capacity/1");
            pen.Object("subject", () => pen.Text("demand", capacity.Subject));
            pen.Text("kind", capacity.Kind);
            pen.Count("windows", capacity.Windows);
            pen.Number("windowSeconds", capacity.WindowSeconds);
            pen.Number("mean", capacity.Mean);
            pen.Number("p95", capacity.P95);
            pen.Number("p99", capacity.P99);
            pen.Number("best", capacity.Best);
            pen.Money("onDemandUsd", capacity.OnDemandUsd);
            pen.List("sizes", capacity.Sizes, size =>
            {
                pen.Text("name", size.Name);
                pen.Number("size", size.Size);
                pen.Money("monthlyUsd", size.MonthlyUsd);
                pen.Number("costRatio", size.CostRatio);
                pen.Number("utilisation", size.Utilisation);
                pen.Number("spillShare", size.SpillShare);
                pen.Number("breakEvenDiscount", size.BreakEvenDiscount);
                pen.Money("regretUsd", size.RegretUsd);
            });
            pen.Texts("assumptions", capacity.Assumptions);
        }));
}
