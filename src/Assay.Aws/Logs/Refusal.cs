using Assay.Aws.Transport;
using Assay.Calls;

namespace Assay.Aws.Logs;

/// <summary>Errors of S3 and CloudWatch Logs in the words of whoever reads logs.</summary>
internal static class Refusal
{
    private const string Again = "ingest again: what is in the ledger is known and is not added twice";

    /// <param name="subject">The bucket or the log group.</param>
    public static UnreadableException Of(ApiError error, AllowedOperation operation, string subject) => error switch
    {
        { Code: "NoSuchBucket" } => new($"there is no bucket {subject}", "check its name and the partition"),
        { Code: "NoSuchKey" } => new("the object is gone", "nothing to do if it was removed on purpose"),
        { Code: "PreconditionFailed" } => new("the object changed while it was read", Again),
        { Code: "InvalidObjectState" } => new("the object is archived", "restore it from Glacier first"),
        { Code: "ResourceNotFoundException" } => new(
            $"there is no log group {subject} in this Region and account", "check its name, and --region"),
        { Kind: ErrorKind.Denied } => new(
            $"{operation.IamAction} is denied on {subject}",
            $"allow {operation.IamAction} there (`assay iam-policy --with-logs-and-billing`), and kms:Decrypt where a "
            + "key of your own encrypts it"),
        { Kind: ErrorKind.Credentials or ErrorKind.RegionOff } => new(
            error.Describe(operation), "renew the credentials (`aws sso login`, `aws configure`) and ingest again"),
        { Kind: ErrorKind.Clock or ErrorKind.Signature } => new(error.Describe(operation), error.Remedy(operation)),
        { Kind: ErrorKind.Unreachable } => new(error.Message, "check the network, the proxy and AWS_ENDPOINT_URL"),
        _ => new(error.Describe(operation), Again),
    };
}
