using Assay.Models;
using Assay.Outputs.Format;
using Assay.Outputs.Json;
using Assay.Pricing;
using Assay.Reports;

namespace Assay.Outputs.Explain;

/// <summary><c>assay.explanation/1</c>; see docs/schemas/assay.explanation.1.schema.json.</summary>
internal static class ExplanationJson
{
    public static void Write(Explanation explanation, TextWriter writer) =>
        JsonText.Write(writer, pen => pen.Object(() => Document(pen, explanation)));

    private static void Document(JsonPen pen, Explanation explanation)
    {
        pen.Text("schema", "assay.explanation/1");
        pen.Object("window", () =>
        {
            pen.Time("from", explanation.Window.From);
            pen.Time("to", explanation.Window.To);
            pen.Number("days", explanation.Window.Days);
        });
        pen.Object("finding", () => new FindingJson(pen).Write(explanation.Finding));
        pen.Object("check", () =>
        {
            pen.Text("id", explanation.Check.Id);
            pen.Text("title", explanation.Check.Title);
            pen.Text("help", explanation.Check.Help);
        });
        pen.List("inputs", explanation.Inputs, input =>
        {
            pen.Text("name", input.Name);
            pen.Number("value", input.Value);
            pen.Text("source", input.Source);
        });
        pen.Number("perMonth", explanation.PerMonth);
        pen.Texts("formula", ExplanationWords.Formula(explanation));
        pen.List("alone", explanation.Alone, step => Step(pen, step));
        pen.List("inSequence", explanation.InSequence, step => Step(pen, step));
        pen.Text("priceBookDigest", explanation.Provenance.PriceBookDigest);
        pen.Text("pricesOf", Exact.Date(explanation.PricesOf));
        pen.List("prices", explanation.Prices, price => Price(pen, price));
    }

    private static void Step(JsonPen pen, ExplainedStep step)
    {
        pen.Text("bound", step.Bound);
        pen.Object("before", () => Plan(pen, step.Before));
        pen.Object("after", () => Plan(pen, step.After));
        pen.Money("monthlyUsdSaved", step.Saved);
    }

    private static void Plan(JsonPen pen, ExplainedPlan plan)
    {
        pen.List("lines", plan.Lines, line =>
        {
            Key(pen, line.Key.Model, line.Key.Scope, line.Key.Region, line.Key.Tier);
            pen.Text("kind", ExplanationWords.Kind(line.Kind));
            pen.Number("tokens", line.Tokens);
            pen.Number("usdPerMillion", line.Price.Rate);
            pen.Money("monthlyUsd", line.MonthlyUsd);
        });
        pen.Money("hourlyUsd", plan.Hourly);
        pen.Money("monthlyUsd", plan.MonthlyUsd);
    }

    private static void Price(JsonPen pen, ExplainedPrice price)
    {
        Key(pen, price.Model, price.Scope, price.Region, price.Tier);
        pen.Number("usdPerUnitHour", price.UsdPerUnitHour?.Rate);
        pen.Text("unit", price.Unit);
        pen.Text("from", Exact.Date(price.From));
        pen.Word<FromBasis>("fromBasis", price.FromBasis);
        pen.Text("source", price.Source);
        pen.Text("checked", Exact.Date(price.Checked));
    }

    private static void Key(JsonPen pen, string model, RoutingScope scope, string region, ServiceTier? tier)
    {
        pen.Text("model", model);
        pen.Word<RoutingScope>("scope", scope);
        pen.Text("region", region);
        pen.Word("tier", tier);
    }
}
