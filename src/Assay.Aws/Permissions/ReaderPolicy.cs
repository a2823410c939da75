namespace Assay.Aws.Permissions;

/// <summary>The permissions that Assay needs, made of <see cref="AllowedOperations"/> and of nothing else.</summary>
public sealed record ReaderPolicy
{
    /// <summary>The role that is read in other accounts.</summary>
    public string RoleName { get; init; } = "assay-reader";

    /// <summary>The bucket of the invocation logs; null is any bucket, below the path Bedrock writes to.</summary>
    public string? Bucket { get; init; }

    /// <summary>The second tier: what was billed, its exports, and invocation logs in S3 and CloudWatch Logs.</summary>
    public bool WithLogsAndBilling { get; init; }

    /// <summary>
    /// For the role in the account that is read. It takes no further role and lists no organization: whoever takes it
    /// does.
    /// </summary>
    public bool ForTheRoleItself { get; init; }

    public IReadOnlyList<PolicyStatement> Statements =>
    [
        .. from operation in AllowedOperations.All
           where operation.IamAction is not null && IsWanted(operation.Purpose)
           group operation.IamAction by operation.Purpose into purpose
           orderby purpose.Key
           select new PolicyStatement(purpose.Key.ToString(), [.. purpose.Distinct()], ResourceOf(purpose.Key)),
    ];

    /// <summary>What has to be added where these actions are refused: each in the statement it belongs to.</summary>
    public IReadOnlyList<PolicyStatement> Of(IReadOnlyCollection<string> actions) =>
    [
        .. from statement in Statements
           let missing = statement.Actions.Where(actions.Contains).ToList()
           where missing.Count > 0
           select statement with { Actions = missing },
    ];

    private bool IsWanted(Purpose purpose) => purpose switch
    {
        Purpose.Role or Purpose.Organization => !ForTheRoleItself,
        Purpose.Scan or Purpose.RegionAll => true,
        _ => WithLogsAndBilling,
    };

    private string ResourceOf(Purpose purpose) => purpose switch
    {
        Purpose.Role => $"arn:*:iam::*:role/{RoleName}",
        Purpose.LogList => $"arn:*:s3:::{Bucket ?? "*"}",
        Purpose.LogObjects => $"arn:*:s3:::{Bucket ?? "*"}/*AWSLogs/*/BedrockModelInvocationLogs/*",
        Purpose.LogEvents => "arn:*:logs:*:*:log-group:*",
        _ => "*",
    };
}
