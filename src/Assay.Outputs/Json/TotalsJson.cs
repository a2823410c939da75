using Assay.Reports;

namespace Assay.Outputs.Json;

/// <summary>The account's sums.</summary>
internal sealed class TotalsJson(JsonPen pen)
{
    public void Write(Totals totals)
    {
        pen.Money("costUsd", totals.CostUsd);
        pen.Money("costUsdLow", totals.CostUsdLow);
        pen.Money("costUsdHigh", totals.CostUsdHigh);
        pen.Money("monthlyUsd", totals.MonthlyUsd);
        pen.Object("byKind", () => CostJson.Write(pen, totals.ByKind));
        pen.Object("previous", () =>
        {
            pen.Time("from", totals.Previous.From);
            pen.Time("to", totals.Previous.To);
            pen.Money("costUsd", totals.Previous.CostUsd);
        });
        pen.Money("billedUsd", totals.BilledUsd);
        pen.Range("saving", totals.Saving);
        pen.Money("realisedCacheSavingUsd", totals.RealisedCacheSavingUsd);
        pen.Number("unownedShare", totals.UnownedShare);
        pen.List("unpriced", totals.Unpriced, Unpriced);
    }

    private void Unpriced(UnpricedRow row)
    {
        pen.Text("modelId", row.ModelId);
        pen.Text("account", row.Account);
        pen.Text("region", row.Region);
        pen.Count("tokens", row.Tokens);
        pen.Number("hours", row.Hours);
        pen.Text("why", row.Why);
    }
}
