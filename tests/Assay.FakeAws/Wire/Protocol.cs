namespace Assay.FakeAws.Wire;

/// <summary>How a service talks. CloudWatch's JSON keeps the codes and statuses of its older query protocol.</summary>
internal enum Protocol
{
    RestJson,
    Json11,
    CloudWatchJson,
    Query,
}
