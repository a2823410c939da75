using Assay.Diagnostics;
using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Usage;

namespace Assay.Outputs.Json;

/// <summary>The document from top to bottom, in the contract's order.</summary>
internal sealed class ReportJson(JsonPen pen)
{
    private const string Schema = "assay.report/1";

    public void Write(Report report) => pen.Object(() =>
    {
        pen.Text("schema", Schema);
        pen.Object("provenance", () => Provenance(report.Provenance));
        pen.Object("window", () => Window(report.Window));
        pen.Object("coverage", () => Coverage(report.Coverage));
        pen.Object("totals", () => new TotalsJson(pen).Write(report.Totals));
        pen.List("models", report.Models, new ModelJson(pen).Write);
        pen.List("series", report.Series, Series);
        pen.List("owners", report.Owners, Owner);
        pen.List("workloads", report.Workloads, Workload);
        pen.List("findings", report.Findings, new FindingJson(pen).Write);
        pen.List("checks", report.Checks, Check);
        pen.List("waterfall", report.Waterfall, Waterfall);
        pen.List("capacity", report.Capacity, new CapacityJson(pen).Write);
        pen.List("batch", report.Batch, Batch);
        new BilledJson(pen).Write(report.Billed);
        pen.List("diagnostics", report.Diagnostics, Diagnostic);
    });

    private void Provenance(Provenance provenance)
    {
        pen.Text("version", provenance.Version);
        pen.Text("command", provenance.Command);
        pen.Text("priceBookDigest", provenance.PriceBookDigest);
        pen.Text("pricesChecked", Exact.Date(provenance.PricesChecked));
    }

    private void Window(ReportWindow window)
    {
        pen.Time("from", window.From);
        pen.Time("to", window.To);
        pen.Number("days", window.Days);
    }

    private void Coverage(ReportCoverage coverage)
    {
        pen.Texts("accounts", coverage.Accounts);
        pen.Texts("regions", coverage.Regions);
        pen.List("sources", coverage.Sources, source =>
        {
            pen.Text("source", source.Source);
            pen.Text("account", source.Account);
            pen.Text("region", source.Region);
            pen.Word<ReadStatus>("status", source.Status);
            pen.Text("reason", source.Reason);
        });
        pen.Count("apiCalls", coverage.ApiCalls);
        pen.Number("apiCostUsd", coverage.ApiCostUsd);
        pen.Texts("notCovered", coverage.NotCovered);
    }

    private void Series(SeriesRow row)
    {
        pen.Time("ts", row.Ts);
        pen.Text("account", row.Account);
        pen.Text("region", row.Region);
        pen.Text("modelId", row.ModelId);
        pen.Text("owner", row.Owner);
        pen.Money("costUsd", row.CostUsd);
        pen.Count("input", row.Input);
        pen.Count("output", row.Output);
        pen.Count("cacheRead", row.CacheRead);
        pen.Count("cacheWrite", row.CacheWrite);
        pen.Count("invocations", row.Invocations);
    }

    private void Owner(OwnerRow row)
    {
        pen.Text("owner", row.Owner);
        pen.Word<OwnerChannel>("channel", row.Channel);
        pen.Money("costUsd", row.CostUsd);
        pen.Number("share", row.Share);
    }

    private void Workload(WorkloadRow row)
    {
        pen.Text("id", row.Id);
        pen.Text("name", row.Name);
        pen.Text("owner", row.Owner);
        pen.Text("model", row.Model);
        pen.Count("calls", row.Calls);
        pen.Count("conversations", row.Conversations);
        Tokens(row.Tokens);
        pen.Money("costUsd", row.CostUsd);
    }

    private void Tokens(TokenCounts? tokens)
    {
        if (tokens is not { } known)
        {
            pen.Null("tokens");
            return;
        }

        pen.Object("tokens", () =>
        {
            pen.Count("input", known.Input);
            pen.Count("output", known.Output);
            pen.Count("cacheRead", known.CacheRead);
            pen.Count("cacheWrite5m", known.CacheWrite5m);
            pen.Count("cacheWrite1h", known.CacheWrite1h);
            pen.Count("cacheWrite30m", known.CacheWrite30m);
            pen.Count("cacheWriteUnknownTtl", known.CacheWriteUnknownTtl);
        });
    }

    private void Waterfall(WaterfallStep step)
    {
        pen.Text("lever", step.Lever);
        pen.Money("monthlyUsdBefore", step.MonthlyUsdBefore);
        pen.Money("monthlyUsdAfter", step.MonthlyUsdAfter);
        pen.Money("monthlyUsdSaved", step.MonthlyUsdSaved);
        pen.Money("low", step.Low);
        pen.Money("high", step.High);
    }

    private void Batch(BatchRow row)
    {
        pen.Text("account", row.Account);
        pen.Text("region", row.Region);
        pen.Text("modelId", row.ModelId);
        pen.Text("name", row.Name);
        pen.Text("status", row.Status);
        pen.Time("submitted", row.Submitted);
        pen.Count("totalRecords", row.TotalRecords);
        pen.Count("successRecords", row.SuccessRecords);
        pen.Count("errorRecords", row.ErrorRecords);
    }

    private void Check(CheckRow row)
    {
        pen.Text("id", row.Check.Id);
        pen.Text("lever", row.Check.Lever);
        pen.Text("title", row.Check.Title);
        pen.Word<CheckStatus>("status", row.Status);
        pen.Texts("unseen", row.Unseen);
    }

    private void Diagnostic(Diagnostic diagnostic)
    {
        pen.Word<Level>("level", diagnostic.Level);
        pen.Text("where", diagnostic.Where);
        pen.Text("what", diagnostic.What);
        pen.Text("remedy", diagnostic.Remedy);
    }
}
