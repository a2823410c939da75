namespace Assay.FakeAws;

/// <summary>A role that callers may assume.</summary>
public sealed record Role
{
    /// <summary>The role's name, without a path.</summary>
    public required string Name { get; init; }

    /// <summary>The ExternalId the trust policy demands. Absent: none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Account ids whose principals are trusted. Absent: every account of the world.</summary>
    public IReadOnlyList<string>? TrustedAccounts { get; init; }

    /// <summary>Allowed IAM actions of the role's sessions; absent: those of the account.</summary>
    public IReadOnlyList<string>? AllowedActions { get; init; }
}
