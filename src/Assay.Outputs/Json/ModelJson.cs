using Assay.Models;
using Assay.Reports;
using Assay.Usage;

namespace Assay.Outputs.Json;

/// <summary>One row of <c>models[]</c>.</summary>
internal sealed class ModelJson(JsonPen pen)
{
    public void Write(ModelRow row)
    {
        pen.Text("account", row.Account);
        pen.Text("region", row.Region);
        pen.Word<Endpoint>("endpoint", row.Endpoint);
        pen.Text("modelId", row.ModelId);
        pen.Text("model", row.Model);
        pen.Text("modelName", row.ModelName);
        Profile(row.Profile);
        pen.Text("project", row.Project);
        pen.Word<RoutingScope>("scope", row.Scope);
        pen.Word("tier", row.Tier);
        pen.Word<UsageSource>("source", row.Source);
        Usage(row);
        Cost(row);
        pen.Object("ratios", () => Ratios(row.Ratios));
        pen.Money("realisedCacheSavingUsd", row.RealisedCacheSavingUsd);
        pen.Text("owner", row.Owner);
    }

    private void Profile(ProfileRef? profile)
    {
        if (profile is null)
        {
            pen.Null("profile");
            return;
        }

        pen.Object("profile", () =>
        {
            pen.Text("name", profile.Name);
            pen.Object("tags", () =>
            {
                foreach (var (key, value) in profile.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal))
                {
                    pen.Text(key, value);
                }
            });
        });
    }

    private void Usage(ModelRow row)
    {
        pen.Count("invocations", row.Invocations);
        pen.Count("clientErrors", row.ClientErrors);
        pen.Count("serverErrors", row.ServerErrors);
        pen.Count("throttles", row.Throttles);
        pen.Count("inputTokens", row.InputTokens);
        pen.Count("outputTokens", row.OutputTokens);
        pen.Count("cacheReadTokens", row.CacheReadTokens);
        pen.Count("cacheWriteTokens", row.CacheWriteTokens);
        pen.Object("cacheWrite", () =>
        {
            pen.Count("5m", row.CacheWrite.FiveMinutes);
            pen.Count("1h", row.CacheWrite.OneHour);
            pen.Count("30m", row.CacheWrite.ThirtyMinutes);
            pen.Count("unknownTtl", row.CacheWrite.UnknownTtl);
        });
    }

    private void Cost(ModelRow row)
    {
        pen.Money("costUsd", row.CostUsd);
        pen.Money("costUsdLow", row.CostUsdLow);
        pen.Money("costUsdHigh", row.CostUsdHigh);
        pen.Texts("costBasis", row.CostBasis);
        if (row.CostStatus == CostStatus.Unpriced)
        {
            pen.Null("cost"); // The parts of an unknown are unknown, not zero.
        }
        else
        {
            pen.Object("cost", () => CostJson.Write(pen, row.Cost));
        }

        pen.Word<CostStatus>("costStatus", row.CostStatus);
    }

    private void Ratios(Ratios ratios)
    {
        pen.Number("outputToInput", ratios.OutputToInput);
        pen.Number("tokensPerInvocation", ratios.TokensPerInvocation);
        pen.Number("inputPerInvocation", ratios.InputPerInvocation);
        pen.Number("outputPerInvocation", ratios.OutputPerInvocation);
        pen.Number("cacheReadShare", ratios.CacheReadShare);
        pen.Number("cacheReuseShare", ratios.CacheReuseShare);
        pen.Number("usdPerMillionTokens", ratios.UsdPerMillionTokens);
    }
}
