namespace Assay.Aws.Reading;

/// <summary>The names under which coverage is told; reports and scripts rely on them.</summary>
internal static class Sources
{
    public const string Metrics = "cloudwatch-metrics";
    public const string MantleMetrics = "cloudwatch-mantle-metrics";
    public const string PreviousWindow = "cloudwatch-previous-window";
    public const string Percentiles = "cloudwatch-percentiles";
    public const string Demand = "cloudwatch-demand";
    public const string Agents = "cloudwatch-agent-metrics";
    public const string Guardrails = "cloudwatch-guardrail-metrics";
    public const string FoundationModels = "foundation-models";
    public const string InferenceProfiles = "inference-profiles";
    public const string Provisioned = "provisioned-throughput";
    public const string CustomModels = "custom-models";
    public const string Deployments = "custom-model-deployments";
    public const string ImportedModels = "imported-models";
    public const string Routers = "prompt-routers";
    public const string BatchJobs = "batch-jobs";
    public const string Logging = "invocation-logging";
    public const string Tags = "tags";
    public const string Quotas = "quotas";
    public const string Bill = "bill";
    public const string Organization = "organization";
    public const string Regions = "regions";
    public const string Account = "account";
}
