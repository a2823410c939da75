namespace Assay.Aws.Clients;

/// <summary>How a service is spoken to.</summary>
internal enum Wire
{
    Json10,
    Json11,
    RestJson,
    Query,
    RestXml,
}

/// <summary>What the SDK's generated clients would know of a service.</summary>
/// <param name="Name">As <see cref="AllowedOperation.Service"/> has it.</param>
/// <param name="Id">The SDK's service id, which also names <c>AWS_ENDPOINT_URL_…</c>.</param>
/// <param name="Host">First label of the endpoint's host name.</param>
internal sealed record AwsService(string Name, string Id, string Host, Wire Wire)
{
    public string? SigningName { get; init; }

    /// <summary>Before the operation's name in <c>X-Amz-Target</c>.</summary>
    public string? Target { get; init; }

    public string? Version { get; init; }

    /// <summary>Where the host does not end in the partition's own suffix.</summary>
    public string? Suffix { get; init; }

    /// <summary>True where a partition has one endpoint for all Regions.</summary>
    public bool IsGlobal { get; init; }

    public static IReadOnlyList<AwsService> All { get; } =
    [
        new("cloudwatch", "CloudWatch", "monitoring", Wire.Json10) { Target = "GraniteServiceVersion20100801" },
        new("bedrock", "Bedrock", "bedrock", Wire.RestJson),
        new("sts", "STS", "sts", Wire.Query) { Version = "2011-06-15" },
        new("sso", "SSO", "portal.sso", Wire.RestJson) { SigningName = "awsssoportal" },
        new("sso-oidc", "SSO OIDC", "oidc", Wire.RestJson) { SigningName = "sso-oauth" },
        new("organizations", "Organizations", "organizations", Wire.Json11)
        { Target = "AWSOrganizationsV20161128", IsGlobal = true },
        new("service-quotas", "Service Quotas", "servicequotas", Wire.Json11) { Target = "ServiceQuotasV20190624" },
        new("ce", "Cost Explorer", "ce", Wire.Json11) { Target = "AWSInsightsIndexService", IsGlobal = true },
        new("cur", "Cost and Usage Report Service", "cur", Wire.Json11)
        { Target = "AWSOrigamiServiceGatewayService", IsGlobal = true },
        new("bcm-data-exports", "BCM Data Exports", "bcm-data-exports", Wire.Json11)
        { Target = "AWSBillingAndCostManagementDataExports", IsGlobal = true, Suffix = "api.aws" },
        new("s3", "S3", "s3", Wire.RestXml),
        new("logs", "CloudWatch Logs", "logs", Wire.Json11) { Target = "Logs_20140328" },
        new("account", "Account", "account", Wire.RestJson) { IsGlobal = true },
    ];

    public static AwsService Of(AllowedOperation operation) => All.First(service => service.Name == operation.Service);

    /// <returns>Null for a service that Assay has no business with.</returns>
    public static AwsService? WithId(string id) =>
        All.FirstOrDefault(service => string.Equals(service.Id, id, StringComparison.OrdinalIgnoreCase));
}
