using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Units;

namespace Assay.Outputs.Prometheus;

/// <summary>What ran and whose it is.</summary>
internal static class PrometheusModels
{
    public static void Write(Report report, PrometheusText text)
    {
        text.Gauge("assay_model_cost_usd", "List-price cost of a row of models in the window.",
            report.Models.SelectMany(row => PrometheusSample.Of(Cost(row), Labels(row))));
        text.Gauge("assay_model_tokens", "Tokens of a row of models in the window.", report.Models.SelectMany(Tokens));
        text.Gauge("assay_model_invocations", "Calls of a row of models in the window.",
            report.Models.Select(row => new PrometheusSample(row.Invocations, Labels(row))));
        text.Gauge("assay_model_throttles", "Throttled calls of a row of models in the window.",
            report.Models.Select(row => new PrometheusSample(row.Throttles, Labels(row))));
        text.Gauge("assay_owner_cost_usd", "Cost of an owner in the window, of what has a price.",
            report.Owners.Select(row => new PrometheusSample(
                row.CostUsd.Amount, ("owner", row.Owner), ("channel", Exact.Word(row.Channel)))));
    }

    private static UsdRange? Cost(ModelRow row) =>
        row is { CostUsdLow: { } low, CostUsd: { } cost, CostUsdHigh: { } high }
            ? new UsdRange(low, cost, high)
            : null;

    private static IEnumerable<PrometheusSample> Tokens(ModelRow row)
    {
        (string Kind, Tokens? Count)[] kinds =
        [
            ("input", row.InputTokens), ("output", row.OutputTokens), ("cache_read", row.CacheReadTokens),
            ("cache_write", row.CacheWriteTokens),
        ];
        return kinds.Select(each => new PrometheusSample(each.Count?.Count, [.. Labels(row), ("kind", each.Kind)]));
    }

    private static (string, string?)[] Labels(ModelRow row) =>
    [
        ("account", row.Account), ("region", row.Region), ("endpoint", Exact.Word(row.Endpoint)),
        ("model_id", row.ModelId), ("model", row.Model), ("scope", Exact.Word(row.Scope)),
        ("tier", row.Tier is { } tier ? Exact.Word(tier) : null), ("source", Exact.Word(row.Source)),
        ("project", row.Project), ("profile", row.Profile?.Name), ("owner", row.Owner),
        ("cost_status", Exact.Word(row.CostStatus)),
    ];
}
