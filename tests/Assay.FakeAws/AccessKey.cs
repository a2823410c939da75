namespace Assay.FakeAws;

/// <summary>A long-lived access key of an IAM user.</summary>
public sealed record AccessKey
{
    /// <summary>The access key id.</summary>
    public required string Id { get; init; }

    /// <summary>The secret access key.</summary>
    public required string Secret { get; init; }

    /// <summary>The user's name, as its ARN shows it.</summary>
    public string User { get; init; } = "assay";

    /// <summary>Allowed IAM actions of this user; absent: those of the account.</summary>
    public IReadOnlyList<string>? AllowedActions { get; init; }
}
