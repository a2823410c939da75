namespace Assay.Aws.Clients;

/// <summary>How clients reach AWS, apart from who they are.</summary>
internal sealed record LiveOptions
{
    public string? Profile { get; init; }

    /// <summary>In place of every service's own address; null leaves it to the environment.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>How long one attempt may take to begin answering.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}
