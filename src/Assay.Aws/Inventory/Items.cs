using System.Text.Json;
using Assay.Aws.Reading;
using Assay.Usage;

namespace Assay.Aws.Inventory;

/// <summary>
/// Items of the control plane's lists as facts; the members are named as bedrock.md 5, 6 and 8.5 give them.
/// </summary>
internal static class Items
{
    /// <summary>Tags stand elsewhere; they are added once they are read.</summary>
    private static readonly Dictionary<string, string> NoTags = [];

    public static Fact? Profile(Place place, JsonElement item) =>
        item.Text("inferenceProfileArn") is { } arn
            ? new Fact.InferenceProfile(
                place.Account, place.Region, item.Text("inferenceProfileId") ?? LastPart(arn), arn,
                item.Text("inferenceProfileName") ?? "", item.Text("type") == "APPLICATION",
                [.. item.List("models").Select(model => model.Text("modelArn")).OfType<string>()], NoTags)
            : null;

    public static Fact? Provisioned(Place place, JsonElement item) =>
        item.Text("provisionedModelArn") is { } arn && item.Time("creationTime") is { } created
            ? new Fact.ProvisionedModel(
                place.Account, place.Region, arn, item.Text("provisionedModelName") ?? "",
                item.Text("modelArn") ?? "", item.Text("foundationModelArn") ?? "",
                (int)(item.Whole("modelUnits") ?? 0), item.Text("status") ?? "", item.Text("commitmentDuration"),
                item.Time("commitmentExpirationTime"), created, NoTags)
            : null;

    public static Fact? FoundationModel(Place place, JsonElement item)
    {
        var life = item.Member("modelLifecycle");
        return item.Text("modelId") is { } id
            ? new Fact.FoundationModel(
                place.Account, place.Region, id, item.Text("modelName") ?? "", item.Text("providerName") ?? "",
                life?.Text("status"), life?.Time("legacyTime"), life?.Time("endOfLifeTime"))
            : null;
    }

    public static Fact? CustomModel(Place place, JsonElement item) =>
        Derived(place, item, "custom-model", "modelArn", "modelName") is { } model
            ? model with
            {
                BaseModelArn = item.Text("baseModelArn"),
                Status = item.Text("modelStatus"),
                Created = item.Time("creationTime"),
            }
            : null;

    public static Fact? ImportedModel(Place place, JsonElement item) =>
        Derived(place, item, "imported-model", "modelArn", "modelName") is { } model
            ? model with { Created = item.Time("creationTime") }
            : null;

    public static Fact? Deployment(Place place, JsonElement item) =>
        Derived(place, item, "custom-model-deployment", "customModelDeploymentArn", "customModelDeploymentName")
            is { } model
            ? model with
            {
                BaseModelArn = item.Text("modelArn"),
                Status = item.Text("status"),
                Created = item.Time("createdAt"),
            }
            : null;

    /// <summary>A router's base is its fallback model: what it routes to where the criteria decide nothing.</summary>
    public static Fact? Router(Place place, JsonElement item) =>
        Derived(place, item, "prompt-router", "promptRouterArn", "promptRouterName") is { } model
            ? model with
            {
                BaseModelArn = item.Member("fallbackModel")?.Text("modelArn")
                    ?? item.List("models").Select(target => target.Text("modelArn")).FirstOrDefault(),
                Status = item.Text("status"),
                Created = item.Time("createdAt"),
            }
            : null;

    public static Fact? BatchJob(Place place, JsonElement item) =>
        item.Text("jobArn") is { } arn
            ? new Fact.BatchJob(
                place.Account, place.Region, arn, item.Text("jobName") ?? "", item.Text("modelId") ?? "",
                item.Text("status") ?? "", item.Time("submitTime"), item.Time("endTime"),
                item.Whole("totalRecordCount"), item.Whole("processedRecordCount"),
                item.Whole("successRecordCount"), item.Whole("errorRecordCount"))
            : null;

    public static Fact? Quota(Place place, JsonElement item) =>
        item.Text("QuotaCode") is { } code && item.Number("Value") is { } value
            ? new Fact.Quota(
                place.Account, place.Region, code, item.Text("QuotaName") ?? "", value,
                item.Truth("Adjustable") ?? false)
            : null;

    public static string LastPart(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    private static Fact.DerivedModel? Derived(Place place, JsonElement item, string kind, string arn, string name) =>
        item.Text(arn) is { } found
            ? new Fact.DerivedModel(
                place.Account, place.Region, kind, found, item.Text(name) ?? "", BaseModelArn: null, Status: null,
                Created: null)
            : null;
}
