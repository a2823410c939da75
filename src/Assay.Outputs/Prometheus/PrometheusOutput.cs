using Assay.Diagnostics;
using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Units;

namespace Assay.Outputs.Prometheus;

/// <summary>
/// The text format of Prometheus, for the textfile collector of node_exporter. All are gauges of the report's window;
/// an unknown has no sample.
/// </summary>
internal sealed class PrometheusOutput : IReportOutput
{
    public string Name => "prometheus";

    public IReadOnlyList<string> Extensions => [".prom"];

    public void Write(Report report, TextWriter writer, OutputOptions options)
    {
        var text = new PrometheusText(writer);
        Window(report, text);
        Totals(report.Totals, text);
        PrometheusModels.Write(report, text);
        Findings(report, text);
        Coverage(report.Coverage, text);
    }

    private static void Window(Report report, PrometheusText text)
    {
        text.Gauge("assay_report_info", "Which program and prices made the report; always 1.", [new(
            1, ("version", report.Provenance.Version), ("command", report.Provenance.Command),
            ("price_book", report.Provenance.PriceBookDigest))]);
        text.Gauge("assay_window_start_timestamp_seconds", "First instant of the window.",
            [new(report.Window.From.ToUnixTimeSeconds())]);
        text.Gauge("assay_window_end_timestamp_seconds", "First instant after the window.",
            [new(report.Window.To.ToUnixTimeSeconds())]);
    }

    private static void Totals(Totals totals, PrometheusText text)
    {
        // Where nothing that ran has a price, the sum of what has one says nothing of the cost.
        var known = totals.CostUsd > Usd.Zero || totals.Unpriced.Count == 0;
        text.Gauge("assay_cost_usd", "List-price cost of the window, of what has a price.", PrometheusSample.Of(
            known ? new UsdRange(totals.CostUsdLow, totals.CostUsd, totals.CostUsdHigh) : null));
        text.Gauge("assay_monthly_cost_usd", "Cost of 30 days at the rate of the window.",
            [new(known ? totals.MonthlyUsd.Amount : null)]);
        text.Gauge("assay_previous_cost_usd", "Cost of the window of the same length before.",
            [new(totals.Previous.CostUsd?.Amount)]);
        text.Gauge("assay_billed_usd", "What Cost Explorer says was billed in the window.",
            [new(totals.BilledUsd?.Amount)]);
        text.Gauge("assay_cost_by_kind_usd", "Cost of the window by what was paid for.", [
            new(totals.ByKind.Input.Amount, ("kind", "input")), new(totals.ByKind.Output.Amount, ("kind", "output")),
            new(totals.ByKind.CacheRead.Amount, ("kind", "cache_read")),
            new(totals.ByKind.CacheWrite.Amount, ("kind", "cache_write")),
            new(totals.ByKind.Provisioned.Amount, ("kind", "provisioned"))]);
        text.Gauge("assay_monthly_saving_usd", "What all findings save a month that nothing holds back.",
            PrometheusSample.Of(totals.Saving));
        text.Gauge("assay_realised_cache_saving_usd", "What caching saved in the window; negative where it lost.",
            [new(totals.RealisedCacheSavingUsd.Amount)]);
        text.Gauge("assay_unpriced_tokens", "Tokens without a known price, in no cost.", totals.Unpriced.Select(row =>
            new PrometheusSample(row.Tokens?.Count,
                ("account", row.Account), ("region", row.Region), ("model_id", row.ModelId))));
    }

    private static void Findings(Report report, PrometheusText text)
    {
        text.Gauge("assay_check_findings", "Findings of a check; no sample where data is missing.",
            report.Checks.Select(row => new PrometheusSample(
                row.Status == CheckStatus.Unknown ? null : report.Findings.Count(each => each.Check == row.Check.Id),
                ("check", row.Check.Id), ("lever", row.Check.Lever))));
        text.Gauge("assay_check_unknown", "1 where a check found nothing but could not see all.",
            report.Checks.Select(row => new PrometheusSample(
                row.Status == CheckStatus.Unknown ? 1 : 0, ("check", row.Check.Id), ("lever", row.Check.Lever))));
        text.Gauge("assay_finding_monthly_saving_usd",
            "What a finding saves a month after those before it, so that sums do not overlap.",
            report.Findings.SelectMany(each => PrometheusSample.Of(
                each.Saving?.InSequence, ("id", each.Id), ("check", each.Check), ("lever", each.Lever),
                ("severity", Exact.Word(each.Severity)), ("account", each.Subject.Account),
                ("region", each.Subject.Region), ("model_id", each.Subject.ModelId),
                ("available_from", each.Saving?.AvailableFrom is { } from ? Exact.Time(from) : null),
                ("needs", each.Saving?.Needs))));
    }

    private static void Coverage(ReportCoverage coverage, PrometheusText text)
    {
        text.Gauge("assay_source_complete", "1 where a source was read in full.",
            coverage.Sources.Select(source => new PrometheusSample(
                source.Status == ReadStatus.Complete ? 1 : 0, ("source", source.Source), ("account", source.Account),
                ("region", source.Region))));
        text.Gauge("assay_api_calls", "Calls of AWS that the reading took.", [new(coverage.ApiCalls)]);
        text.Gauge("assay_api_cost_usd", "What these calls cost.", [new(coverage.ApiCostUsd)]);
    }
}
