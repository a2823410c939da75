using System.Globalization;
using Assay.Outputs.Json;
using Assay.Replays;

namespace Assay.Outputs.Replaying;

/// <summary>One element of <c>choices[]</c> of <c>assay.capacity/1</c>.</summary>
internal static class CapacityChoiceJson
{
    public static void Write(JsonPen pen, CapacityChoice choice)
    {
        pen.Text("kind", choice.Kind);
        pen.Text("term", choice.Term);
        pen.Text("missing", choice.Missing);
        pen.Text("caveat", choice.Caveat);
        pen.Flag("isSold", choice.IsSold);
        pen.Money("monthlyUsd", choice.MonthlyUsd);
        pen.Money("monthlyUsdLow", choice.MonthlyUsdLow);
        pen.Money("monthlyUsdHigh", choice.MonthlyUsdHigh);
        pen.Number("costRatio", choice.CostRatio);
        pen.Flag("pays", choice.Pays);
        pen.Number("size", choice.Size);
        pen.Count("units", choice.Units);
        pen.Money("capacityUsd", choice.CapacityUsd);
        pen.Number("utilisation", choice.Utilisation);
        pen.Number("spillShare", choice.SpillShare);
        pen.Number("breakEvenUtilisation", choice.BreakEvenUtilisation);
        pen.Money("regretUsd", choice.RegretUsd);
        pen.Money("atP95Usd", choice.AtP95Usd);
        pen.Number("paysAfterMonths", choice.PaysAfterMonths);
        Lists(pen, choice);
    }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Lists(JsonPen pen, CapacityChoice choice)
    {
        pen.List("lanes", choice.Lanes, lane =>
        {
            pen.Text("kind", lane.Kind);
            pen.Count("tpm", lane.Tpm);
            pen.Number("p95Tpm", lane.P95Tpm);
            pen.Money("monthlyUsd", lane.MonthlyUsd);
            pen.Number("utilisation", lane.Utilisation);
            pen.Number("spillShare", lane.SpillShare);
            pen.Count("ownTpm", lane.OwnTpm);
        });
        pen.List("replaced", choice.Replaced, replaced =>
        {
            pen.Number("afterMonths", replaced.AfterMonths);
            pen.Text("on", Day(replaced.On));
            pen.Money("remainingUsd", replaced.RemainingUsd);
            pen.Money("netUsd", replaced.NetUsd);
        });
        pen.List("curve", choice.Curve, point =>
        {
            pen.Number("utilisation", point.Utilisation);
            pen.Number("costRatio", point.CostRatio);
        });
    }
}
