using System.Text.Json;

namespace Assay.FakeAws;

/// <summary>What one account has in one Region. The raw lists hold AWS's own field names.</summary>
public sealed record RegionWorld
{
    /// <summary>ENABLED_BY_DEFAULT, ENABLED, or DISABLED: a disabled Region refuses every key.</summary>
    public string OptStatus { get; init; } = "ENABLED_BY_DEFAULT";

    /// <summary>CloudWatch series.</summary>
    public IReadOnlyList<MetricSeries> Metrics { get; init; } = [];

    /// <summary>FoundationModelSummary objects.</summary>
    public IReadOnlyList<JsonElement> FoundationModels { get; init; } = [];

    /// <summary>InferenceProfileSummary objects, system-defined and application ones.</summary>
    public IReadOnlyList<JsonElement> InferenceProfiles { get; init; } = [];

    /// <summary>ProvisionedModelSummary objects.</summary>
    public IReadOnlyList<JsonElement> Provisioned { get; init; } = [];

    /// <summary>CustomModelSummary objects.</summary>
    public IReadOnlyList<JsonElement> CustomModels { get; init; } = [];

    /// <summary>ImportedModelSummary objects; fields of GetImportedModel may be added.</summary>
    public IReadOnlyList<JsonElement> ImportedModels { get; init; } = [];

    /// <summary>CustomModelDeploymentSummary objects.</summary>
    public IReadOnlyList<JsonElement> Deployments { get; init; } = [];

    /// <summary>ModelInvocationJobSummary objects; Get answers the same object.</summary>
    public IReadOnlyList<JsonElement> BatchJobs { get; init; } = [];

    /// <summary>GuardrailSummary objects.</summary>
    public IReadOnlyList<JsonElement> Guardrails { get; init; } = [];

    /// <summary>PromptRouterSummary objects.</summary>
    public IReadOnlyList<JsonElement> Routers { get; init; } = [];

    /// <summary>The loggingConfig object. Absent: invocation logging is off.</summary>
    public JsonElement? Logging { get; init; }

    /// <summary>Tags by resource ARN.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tags { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Events by log group, in order of their time.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<LogEvent>> LogGroups { get; init; } =
        new Dictionary<string, IReadOnlyList<LogEvent>>();

    /// <summary>ServiceQuota objects; a DefaultValue beside Value is what the default list answers.</summary>
    public IReadOnlyList<JsonElement> Quotas { get; init; } = [];
}
