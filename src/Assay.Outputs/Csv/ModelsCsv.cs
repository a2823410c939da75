using Assay.Models;
using Assay.Reports;
using Assay.Usage;
using Column = Assay.Outputs.Csv.CsvColumn<Assay.Reports.ModelRow>;

namespace Assay.Outputs.Csv;

internal static class ModelsCsv
{
    public static IReadOnlyList<Column> Columns { get; } = [.. Place(), .. Usage(), .. Cost(), .. Ratios()];

    private static IEnumerable<Column> Place() =>
    [
        Column.Text("account", row => row.Account),
        Column.Text("region", row => row.Region),
        Column.Word<Endpoint>("endpoint", row => row.Endpoint),
        Column.Text("modelId", row => row.ModelId),
        Column.Text("model", row => row.Model),
        Column.Text("modelName", row => row.ModelName),
        Column.Text("profile.name", row => row.Profile?.Name),
        Column.Text("profile.tags", row => row.Profile is { } profile ? Tags(profile) : null),
        Column.Text("project", row => row.Project),
        Column.Text("owner", row => row.Owner),
        Column.Word<RoutingScope>("scope", row => row.Scope),
        Column.Word<ServiceTier>("tier", row => row.Tier),
        Column.Word<UsageSource>("source", row => row.Source),
    ];

    private static IEnumerable<Column> Usage() =>
    [
        Column.Number("invocations", row => row.Invocations),
        Column.Number("clientErrors", row => row.ClientErrors),
        Column.Number("serverErrors", row => row.ServerErrors),
        Column.Number("throttles", row => row.Throttles),
        Column.Tokens("inputTokens", row => row.InputTokens),
        Column.Tokens("outputTokens", row => row.OutputTokens),
        Column.Tokens("cacheReadTokens", row => row.CacheReadTokens),
        Column.Tokens("cacheWriteTokens", row => row.CacheWriteTokens),
        Column.Tokens("cacheWrite.5m", row => row.CacheWrite.FiveMinutes),
        Column.Tokens("cacheWrite.1h", row => row.CacheWrite.OneHour),
        Column.Tokens("cacheWrite.30m", row => row.CacheWrite.ThirtyMinutes),
        Column.Tokens("cacheWrite.unknownTtl", row => row.CacheWrite.UnknownTtl),
    ];

    private static IEnumerable<Column> Cost() =>
    [
        Column.Money("costUsd", row => row.CostUsd),
        Column.Money("costUsdLow", row => row.CostUsdLow),
        Column.Money("costUsdHigh", row => row.CostUsdHigh),
        Column.Texts("costBasis", row => row.CostBasis),
        Column.Money("cost.input", row => Known(row)?.Input),
        Column.Money("cost.output", row => Known(row)?.Output),
        Column.Money("cost.cacheRead", row => Known(row)?.CacheRead),
        Column.Money("cost.cacheWrite", row => Known(row)?.CacheWrite),
        Column.Money("cost.provisioned", row => Known(row)?.Provisioned),
        Column.Word<CostStatus>("costStatus", row => row.CostStatus),
        Column.Money("realisedCacheSavingUsd", row => row.RealisedCacheSavingUsd),
    ];

    private static IEnumerable<Column> Ratios() =>
    [
        Column.Number("ratios.outputToInput", row => row.Ratios.OutputToInput),
        Column.Number("ratios.tokensPerInvocation", row => row.Ratios.TokensPerInvocation),
        Column.Number("ratios.inputPerInvocation", row => row.Ratios.InputPerInvocation),
        Column.Number("ratios.outputPerInvocation", row => row.Ratios.OutputPerInvocation),
        Column.Number("ratios.cacheReadShare", row => row.Ratios.CacheReadShare?.Value),
        Column.Number("ratios.cacheReuseShare", row => row.Ratios.CacheReuseShare?.Value),
        Column.Number("ratios.usdPerMillionTokens", row => row.Ratios.UsdPerMillionTokens),
    ];

    private static string Tags(ProfileRef profile) =>
        string.Join(
            "; ", profile.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));

    /// <summary>The parts of an unknown are unknown, not zero.</summary>
    private static CostByKind? Known(ModelRow row) => row.CostStatus == CostStatus.Unpriced ? null : row.Cost;
}
