using Assay.Usage;

namespace Assay.Aws;

/// <summary>What to read and as whom.</summary>
/// <param name="Window">Time to read, on whole hours.</param>
/// <param name="Now">The host's clock: what lies behind it and how old that is.</param>
public sealed record ScanRequest(Window Window, DateTimeOffset Now)
{
    /// <summary>Names, or <c>all</c>. Empty takes the configured one, as the AWS CLI does.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>A profile of the AWS configuration; null takes the default credential chain.</summary>
    public string? Profile { get; init; }

    /// <summary>ARNs of roles in other accounts to read beside the caller's own.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>What the roles' trust policies ask for.</summary>
    public string? ExternalId { get; init; }

    /// <summary>A role to assume in every active account of the organization.</summary>
    public string? OrganizationRole { get; init; }

    /// <summary>Also asks Cost Explorer, at a cent a request.</summary>
    public bool WithBill { get; init; }

    /// <summary>Also reads tokens by the minute of models on demand; capacity is sized from them.</summary>
    public bool WithMinutes { get; init; }

    /// <summary>US dollars that the calls may cost; the call that would exceed them is not sent.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>A new or empty directory for the recording of every response.</summary>
    public string? RecordTo { get; init; }
}
