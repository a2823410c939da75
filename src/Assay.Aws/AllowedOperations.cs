namespace Assay.Aws;

/// <summary>
/// Everything that can be sent to AWS from this process. A handler in every client's pipeline looks each request up
/// here before it is signed and refuses what it doesn't find, the SDK's own STS and SSO clients included.
/// </summary>
public static class AllowedOperations
{
    public static AllowedOperation GetCallerIdentity { get; } = new(
        "sts", "GetCallerIdentity", IamAction: null, "which account the credentials belong to");

    public static AllowedOperation AssumeRole { get; } = new(
        "sts", "AssumeRole", "sts:AssumeRole", "to read the accounts given with --role and --organization")
    { Purpose = Purpose.Role };

    public static AllowedOperation AssumeRoleWithWebIdentity { get; } = new(
        "sts", "AssumeRoleWithWebIdentity", IamAction: null, "credentials of a pod or a CI job");

    public static AllowedOperation GetRoleCredentials { get; } = new(
        "sso", "GetRoleCredentials", IamAction: null, "credentials of a single sign-on profile")
    { Method = "GET", Path = "/federation/credentials" };

    public static AllowedOperation CreateToken { get; } = new(
        "sso-oidc", "CreateToken", IamAction: null, "renews a single sign-on session")
    { Path = "/token" };

    public static AllowedOperation ListAccounts { get; } = new(
        "organizations", "ListAccounts", "organizations:ListAccounts", "the accounts of the organization")
    { Purpose = Purpose.Organization };

    public static AllowedOperation ListRegions { get; } = new(
        "account", "ListRegions", "account:ListRegions", "the Regions that are switched on, for --region all")
    { Path = "/listRegions", Purpose = Purpose.RegionAll };

    // Requests other than GetMetricData fall under CloudWatch's free million a month.
    public static AllowedOperation ListMetrics { get; } = new(
        "cloudwatch", "ListMetrics", "cloudwatch:ListMetrics", "which models were used");

    public static AllowedOperation GetMetricData { get; } = new(
        "cloudwatch", "GetMetricData", "cloudwatch:GetMetricData", "tokens, calls and errors by hour")
    { UsdPerMetric = 0.00001m };

    public static AllowedOperation ListFoundationModels { get; } = Get(
        "ListFoundationModels", "/foundation-models", "models and their end of life");

    public static AllowedOperation ListInferenceProfiles { get; } = Get(
        "ListInferenceProfiles", "/inference-profiles", "what a profile stands for");

    public static AllowedOperation ListProvisionedModelThroughputs { get; } = Get(
        "ListProvisionedModelThroughputs", "/provisioned-model-throughputs", "capacity that is paid by the hour");

    public static AllowedOperation ListCustomModels { get; } = Get(
        "ListCustomModels", "/custom-models", "what a custom model was made from");

    public static AllowedOperation ListCustomModelDeployments { get; } = Get(
        "ListCustomModelDeployments", "/model-customization/custom-model-deployments",
        "which model a deployment serves");

    public static AllowedOperation ListImportedModels { get; } = Get(
        "ListImportedModels", "/imported-models", "imported models, which are billed by the minute");

    public static AllowedOperation ListPromptRouters { get; } = Get(
        "ListPromptRouters", "/prompt-routers", "which models a router chooses from");

    public static AllowedOperation ListModelInvocationJobs { get; } = Get(
        "ListModelInvocationJobs", "/model-invocation-jobs", "batch jobs and their counters");

    public static AllowedOperation GetModelInvocationLoggingConfiguration { get; } = Get(
        "GetModelInvocationLoggingConfiguration", "/logging/modelinvocations", "whether and where calls are logged");

    public static AllowedOperation ListTagsForResource { get; } = new(
        "bedrock", "ListTagsForResource", "bedrock:ListTagsForResource", "owners of profiles and of capacity")
    { Path = "/listTagsForResource" };

    public static AllowedOperation ListServiceQuotas { get; } = new(
        "service-quotas", "ListServiceQuotas", "servicequotas:ListServiceQuotas", "quotas for tokens a minute");

    public static AllowedOperation GetDimensionValues { get; } = new(
        "ce", "GetDimensionValues", "ce:GetDimensionValues", "which services of the bill are Bedrock (--bill)")
    { UsdPerRequest = 0.01m, MostPages = 2, Purpose = Purpose.Bill };

    public static AllowedOperation GetCostAndUsage { get; } = new(
        "ce", "GetCostAndUsage", "ce:GetCostAndUsage", "what was billed, by day (--bill)")
    { UsdPerRequest = 0.01m, MostPages = 10, Purpose = Purpose.Bill };

    public static AllowedOperation DescribeReportDefinitions { get; } = new(
        "cur", "DescribeReportDefinitions", "cur:DescribeReportDefinitions", "whether there is a Cost and Usage Report")
    { Purpose = Purpose.Exports };

    public static AllowedOperation ListExports { get; } = new(
        "bcm-data-exports", "ListExports", "bcm-data-exports:ListExports", "whether there is a data export")
    { Purpose = Purpose.Exports };

    public static AllowedOperation ListObjectsV2 { get; } = new(
        "s3", "ListObjectsV2", "s3:ListBucket", "which invocation logs are in their bucket")
    { Method = "GET", Path = "/{Bucket}", Purpose = Purpose.LogList };

    public static AllowedOperation GetObject { get; } = new(
        "s3", "GetObject", "s3:GetObject", "invocation logs, for ingest s3://…")
    { Method = "GET", Path = "/{Bucket}/{Key+}", Purpose = Purpose.LogObjects };

    public static AllowedOperation FilterLogEvents { get; } = new(
        "logs", "FilterLogEvents", "logs:FilterLogEvents", "invocation logs of a log group, for ingest logs://…")
    { Purpose = Purpose.LogEvents };

    /// <summary>Permitted where GetObject is, and without the object: nobody's prompt is read.</summary>
    public static AllowedOperation HeadObject { get; } = new(
        "s3", "HeadObject", "s3:GetObject", "whether an invocation log could be opened")
    { Method = "HEAD", Path = "/{Bucket}/{Key+}", Purpose = Purpose.LogObjects };

    /// <summary>The whole table, in the order a scan uses it; what comes after its last only the doctor asks and
    /// the ingest of logs.</summary>
    public static IReadOnlyList<AllowedOperation> All { get; } =
    [
        GetCallerIdentity, AssumeRole, AssumeRoleWithWebIdentity, GetRoleCredentials, CreateToken,
        ListAccounts, ListRegions, ListMetrics, GetMetricData,
        ListFoundationModels, ListInferenceProfiles, ListProvisionedModelThroughputs, ListCustomModels,
        ListCustomModelDeployments, ListImportedModels, ListPromptRouters, ListModelInvocationJobs,
        GetModelInvocationLoggingConfiguration, ListTagsForResource, ListServiceQuotas,
        GetDimensionValues, GetCostAndUsage,
        DescribeReportDefinitions, ListExports, ListObjectsV2, HeadObject, GetObject,
        FilterLogEvents,
    ];

    /// <returns>Null where the operation may not be sent.</returns>
    public static AllowedOperation? Find(string service, string name) =>
        All.FirstOrDefault(operation => operation.Service == service && operation.Name == name);

    private static AllowedOperation Get(string name, string path, string why) =>
        new("bedrock", name, $"bedrock:{name}", why) { Method = "GET", Path = path };
}
