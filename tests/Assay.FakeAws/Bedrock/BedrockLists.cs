namespace Assay.FakeAws.Bedrock;

/// <summary>The control plane as a table, after the service model of botocore 1.43.11.</summary>
internal static class BedrockLists
{
    public static IReadOnlyList<BedrockList> All { get; } =
    [
        new()
        {
            Operation = "ListFoundationModels", Path = "/foundation-models", Items = r => r.FoundationModels,
            ResultKey = "modelSummaries", Paged = false,
            Fields = "modelArn modelId modelName providerName inputModalities outputModalities "
                + "responseStreamingSupported customizationsSupported inferenceTypesSupported modelLifecycle",
            Filters =
            [
                new("byProvider", "providerName", Pick.Equal), new("byOutputModality", "outputModalities", Pick.AnyOf),
                new("byInferenceType", "inferenceTypesSupported", Pick.AnyOf),
                new("byCustomizationType", "customizationsSupported", Pick.AnyOf),
            ],
            GetOperation = "GetFoundationModel", GetPath = "/foundation-models/", IdFields = ["modelId", "modelArn"],
            Wrapper = "modelDetails",
        },
        new()
        {
            // Without a type AWS lists system-defined profiles only: github.com/aws/aws-cli/issues/9728.
            Operation = "ListInferenceProfiles", Path = "/inference-profiles", Items = r => r.InferenceProfiles,
            ResultKey = "inferenceProfileSummaries", Filters = [new("type", "type", Pick.Equal, "SYSTEM_DEFINED")],
            Fields = "inferenceProfileName description createdAt updatedAt inferenceProfileArn models "
                + "inferenceProfileId status type",
            GetOperation = "GetInferenceProfile", GetPath = "/inference-profiles/",
            IdFields = ["inferenceProfileId", "inferenceProfileArn"],
        },
        new()
        {
            Operation = "ListProvisionedModelThroughputs", Path = "/provisioned-model-throughputs",
            Items = r => r.Provisioned, ResultKey = "provisionedModelSummaries", TimeField = "creationTime",
            Fields = "provisionedModelName provisionedModelArn modelArn desiredModelArn foundationModelArn modelUnits "
                + "desiredModelUnits status commitmentDuration commitmentExpirationTime creationTime lastModifiedTime",
            Filters =
            [
                .. Times("creationTime"), new("statusEquals", "status", Pick.Equal),
                new("modelArnEquals", "modelArn", Pick.Equal),
                new("nameContains", "provisionedModelName", Pick.Contains),
            ],
            GetOperation = "GetProvisionedModelThroughput", GetPath = "/provisioned-model-throughput/",
            IdFields = ["provisionedModelArn", "provisionedModelName"],
        },
        new()
        {
            Operation = "ListCustomModels", Path = "/custom-models", Items = r => r.CustomModels,
            ResultKey = "modelSummaries", TimeField = "creationTime",
            Fields = "modelArn modelName creationTime baseModelArn baseModelName customizationType ownerAccountId "
                + "modelStatus",
            Filters =
            [
                .. Times("creationTime"), new("nameContains", "modelName", Pick.Contains),
                new("baseModelArnEquals", "baseModelArn", Pick.Equal),
                new("foundationModelArnEquals", "baseModelArn", Pick.Equal),
                new("modelStatus", "modelStatus", Pick.Equal),
            ],
            GetOperation = "GetCustomModel", GetPath = "/custom-models/", IdFields = ["modelArn", "modelName"],
        },
        .. Others,
    ];

    private static IReadOnlyList<BedrockList> Others =>
    [
        new()
        {
            Operation = "ListCustomModelDeployments", Path = "/model-customization/custom-model-deployments",
            Items = r => r.Deployments, ResultKey = "modelDeploymentSummaries", TimeField = "createdAt",
            Fields = "customModelDeploymentArn customModelDeploymentName modelArn createdAt status lastUpdatedAt "
                + "failureMessage",
            Filters =
            [
                new("createdBefore", "createdAt", Pick.Before), new("createdAfter", "createdAt", Pick.After),
                new("nameContains", "customModelDeploymentName", Pick.Contains),
                new("statusEquals", "status", Pick.Equal), new("modelArnEquals", "modelArn", Pick.Equal),
            ],
        },
        new()
        {
            Operation = "ListImportedModels", Path = "/imported-models", Items = r => r.ImportedModels,
            ResultKey = "modelSummaries", TimeField = "creationTime",
            Fields = "modelArn modelName creationTime instructSupported modelArchitecture",
            Filters = [.. Times("creationTime"), new("nameContains", "modelName", Pick.Contains)],
            GetOperation = "GetImportedModel", GetPath = "/imported-models/", IdFields = ["modelArn", "modelName"],
        },
        new()
        {
            Operation = "ListModelInvocationJobs", Path = "/model-invocation-jobs", Items = r => r.BatchJobs,
            ResultKey = "invocationJobSummaries", TimeField = "submitTime",
            Fields = "jobArn jobName modelId clientRequestToken roleArn status message submitTime lastModifiedTime "
                + "endTime inputDataConfig outputDataConfig vpcConfig timeoutDurationInHours jobExpirationTime "
                + "modelInvocationType totalRecordCount processedRecordCount successRecordCount errorRecordCount",
            Filters =
            [
                .. Times("submitTime"), new("statusEquals", "status", Pick.Equal),
                new("nameContains", "jobName", Pick.Contains),
            ],
            GetOperation = "GetModelInvocationJob", GetPath = "/model-invocation-job/", IdFields = ["jobArn"],
        },
        new()
        {
            Operation = "ListGuardrails", Path = "/guardrails", Items = r => r.Guardrails, ResultKey = "guardrails",
            Fields = "id arn status name description version createdAt updatedAt crossRegionDetails",
            Filters = [new("guardrailIdentifier", "id", Pick.Equal)],
        },
        new()
        {
            Operation = "ListPromptRouters", Path = "/prompt-routers", Items = r => r.Routers,
            ResultKey = "promptRouterSummaries", Filters = [new("type", "type", Pick.Equal)],
            Fields = "promptRouterName routingCriteria description createdAt updatedAt promptRouterArn models "
                + "fallbackModel status type",
            GetOperation = "GetPromptRouter", GetPath = "/prompt-routers/", IdFields = ["promptRouterArn"],
        },
    ];

    private static IEnumerable<ListFilter> Times(string field) =>
        [new(field + "Before", field, Pick.Before), new(field + "After", field, Pick.After)];
}
