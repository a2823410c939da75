using Assay.Usage;

namespace Assay.Aws.Logs;

/// <summary>As whom, where and of which hours invocation logs are read.</summary>
public sealed record LogRequest
{
    /// <summary>Null takes all there is.</summary>
    public Window? Window { get; init; }

    /// <summary>Of the log group, and where a bucket is looked for first; null takes the configured one.</summary>
    public string? Region { get; init; }

    /// <summary>A profile of the AWS configuration; null takes the default credential chain.</summary>
    public string? Profile { get; init; }

    /// <summary>ARN of a role to read as; null reads as the caller.</summary>
    public string? Role { get; init; }

    /// <summary>What the role's trust policy asks for.</summary>
    public string? ExternalId { get; init; }
}
