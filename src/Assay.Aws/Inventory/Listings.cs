using System.Globalization;
using Assay.Aws.Reading;
using Assay.Usage;

namespace Assay.Aws.Inventory;

/// <summary>Every list that a scan reads of the control plane.</summary>
internal static class Listings
{
    public static Listing InferenceProfiles { get; } = new(
        Sources.InferenceProfiles, AllowedOperations.ListInferenceProfiles, "inferenceProfileSummaries", Items.Profile);

    public static Listing Provisioned { get; } = new(
        Sources.Provisioned, AllowedOperations.ListProvisionedModelThroughputs, "provisionedModelSummaries",
        Items.Provisioned);

    /// <summary>Lists that stand alone: nothing else is asked because of what they hold.</summary>
    public static IReadOnlyList<Listing> Alone(Window window) =>
    [
        new(Sources.FoundationModels, AllowedOperations.ListFoundationModels, "modelSummaries", Items.FoundationModel)
        { Query = [] },
        new(Sources.CustomModels, AllowedOperations.ListCustomModels, "modelSummaries", Items.CustomModel),
        new(Sources.Deployments, AllowedOperations.ListCustomModelDeployments, "modelDeploymentSummaries",
            Items.Deployment),
        new(Sources.ImportedModels, AllowedOperations.ListImportedModels, "modelSummaries", Items.ImportedModel),
        new(Sources.Routers, AllowedOperations.ListPromptRouters, "promptRouterSummaries", Items.Router),
        new Listing(
            Sources.BatchJobs, AllowedOperations.ListModelInvocationJobs, "invocationJobSummaries", Items.BatchJob)
            .With("submitTimeAfter", Iso(window.From)).With("submitTimeBefore", Iso(window.To)),
    ];

    private static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
