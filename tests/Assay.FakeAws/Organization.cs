namespace Assay.FakeAws;

/// <summary>The AWS organization that the world's accounts form.</summary>
public sealed record Organization
{
    /// <summary>The organization's id.</summary>
    public string Id { get; init; } = "o-exampleorgid";

    /// <summary>The account that may list the others.</summary>
    public required string ManagementAccountId { get; init; }

    /// <summary>Member accounts that may list the others too.</summary>
    public IReadOnlyList<string> DelegatedAdministrators { get; init; } = [];
}
