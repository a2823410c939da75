namespace Assay.Aws;

/// <summary>
/// One thing Assay may ask of AWS: a row of the table that permissions, plans and costs are made from.
/// </summary>
/// <param name="Service">The service as the AWS CLI names it: <c>cloudwatch</c>, <c>service-quotas</c>.</param>
/// <param name="Name">The API operation, as <c>GetMetricData</c>.</param>
/// <param name="IamAction">The permission it needs; null where none exists.</param>
/// <param name="Why">What the scan learns from it, as half a sentence.</param>
public sealed record AllowedOperation(string Service, string Name, string? IamAction, string Why)
{
    /// <summary>The HTTP method; everything here reads, whatever the method.</summary>
    public string Method { get; init; } = "POST";

    public string Path { get; init; } = "/";

    /// <summary>US dollars for one request.</summary>
    public decimal UsdPerRequest { get; init; }

    /// <summary>
    /// Pages that are read of one question; null is all. Bounds what a plan can't count, because pages cost.
    /// </summary>
    public int? MostPages { get; init; }

    /// <summary>US dollars for each metric that one request asks for.</summary>
    public decimal UsdPerMetric { get; init; }

    public bool IsFree => UsdPerRequest == 0 && UsdPerMetric == 0;

    /// <summary>What it is asked for, by which permissions are given.</summary>
    public Purpose Purpose { get; init; }

    public override string ToString() => $"{Service}:{Name}";
}
