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
            pen.Object("subject", () =>
            {
                pen.Text("demand", capacity.Subject);
                pen.Text("source", capacity.Source);
            });
            Model(pen, capacity.Model);
            pen.List("advice", capacity.Advice, advice =>
            {
                pen.Text("case", advice.Case);
                pen.Text("kind", advice.Kind);
                pen.Text("term", advice.Term);
                pen.Text("reason", advice.Reason);
            });
            pen.List("choices", capacity.Choices, choice => CapacityChoiceJson.Write(pen, choice));
            pen.Text("kind", capacity.Kind);
            pen.Text("term", capacity.Term);
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

    private static void Model(JsonPen pen, CapacityModel? model)
    {
        if (model is null)
        {
            pen.Null("model");
            return;
        }

        pen.Object("model", () =>
        {
            pen.Text("id", model.Id);
            pen.Text("name", model.Name);
            pen.Text("region", model.Region);
            pen.Text("scope", model.Scope);
            pen.Text("legacyFrom", CapacityChoiceJson.Day(model.LegacyFrom));
            pen.Text("endOfLife", CapacityChoiceJson.Day(model.EndOfLife));
            pen.Text("successor", model.Successor);
        });
    }
}
