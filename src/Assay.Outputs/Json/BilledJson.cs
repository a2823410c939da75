using Assay.Reports;

namespace Assay.Outputs.Json;

/// <summary>The bill beside the estimate; null where no bill was read.</summary>
internal sealed class BilledJson(JsonPen pen)
{
    public void Write(Billed? billed)
    {
        if (billed is null)
        {
            pen.Null("billed");
            return;
        }

        pen.Object("billed", () =>
        {
            pen.Time("from", billed.From);
            pen.Time("to", billed.To);
            pen.Time("growsFrom", billed.GrowsFrom);
            pen.List("rows", billed.Rows, row =>
            {
                pen.Text("account", row.Account);
                pen.Text("model", row.Model);
                pen.Text("name", row.Name);
                pen.Text("what", row.What);
                pen.Money("billedUsd", row.BilledUsd);
                pen.Money("estimatedUsd", row.EstimatedUsd);
                pen.Money("differenceUsd", row.DifferenceUsd);
                pen.Text("why", row.Why);
            });
        });
    }
}
