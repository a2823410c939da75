using System.Text.Json.Serialization;

namespace Assay.Aws.Transport;

/// <summary>Why a call has no result. Codes that AWS does not use are Assay's own and have no HTTP status.</summary>
/// <param name="Message">One short line; never a request's or a response's body.</param>
/// <param name="Status">The HTTP status, 0 where no answer came.</param>
internal sealed record ApiError(string Code, string Message, int Status)
{
    /// <summary>Nobody listens at the address.</summary>
    public const string Unreachable = "Unreachable";

    /// <summary>The connection was closed, or the answer did not come in time.</summary>
    public const string NoAnswer = "NoAnswer";

    public const string NoCredentials = "NoCredentials";
    public const string Unreadable = "UnreadableResponse";
    public const string NotRecorded = "NotRecorded";
    public const string Damaged = "RecordingDamaged";

    /// <summary>AWS answered, but said itself that data is missing.</summary>
    public const string Incomplete = "IncompleteData";

    public static ApiError TooLong { get; } = new(
        Incomplete, "the answer has more pages than are paid for", Status: 200);

    public static ApiError NoJson { get; } = new(Unreadable, "the response is no JSON", Status: 200);

    public static ApiError Circle { get; } = new(Unreadable, "a page names itself as the next", Status: 200);

    /// <summary>The Region of the bucket, where S3 refused a request for having been sent to another.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Always)]
    public string? BucketRegion { get; init; }

    public ErrorKind Kind => Code switch
    {
        Unreachable or NoAnswer => ErrorKind.Unreachable,
        NoCredentials or "ExpiredToken" or "ExpiredTokenException" => ErrorKind.Credentials,
        Unreadable => ErrorKind.Unreadable,
        NotRecorded or Damaged => ErrorKind.Recording,
        Incomplete => ErrorKind.Incomplete,
        "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation" or "NotAuthorized"
            or "UnauthorizedException" or "AuthorizationError" => ErrorKind.Denied,
        "OptInRequired" or "UnrecognizedClientException" or "InvalidClientTokenId" or "AuthFailure" =>
            ErrorKind.RegionOff,
        "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture" => ErrorKind.Clock,
        "SignatureDoesNotMatch" or "InvalidSignatureException" => IsAboutTime ? ErrorKind.Clock : ErrorKind.Signature,
        "ValidationException" or "ValidationError" or "ResourceNotFoundException" or "NoSuchResourceException"
            or "UnknownOperationException" or "InvalidAction" =>
            ErrorKind.NotOffered,
        _ => OfStatus(),
    };

    /// <summary>The same line for a person and for a report's coverage.</summary>
    public string Describe(AllowedOperation operation) => Kind switch
    {
        ErrorKind.Denied => $"{operation.IamAction ?? operation.ToString()} is denied",
        ErrorKind.NotOffered => $"{operation} is not offered here ({Code})",
        ErrorKind.Throttled => $"{operation} stayed throttled ({Code})",
        ErrorKind.Unreachable or ErrorKind.Recording or ErrorKind.Incomplete => Message,
        _ when IsForeign => $"{operation} failed: HTTP {Status} from something that is not AWS",
        _ => $"{operation} failed: {Code}{(Status == 0 ? "" : $", HTTP {Status}")}",
    };

    public string Remedy(AllowedOperation operation) => Kind switch
    {
        ErrorKind.Denied => $"allow {operation.IamAction ?? operation.ToString()} to the user or role that scans",
        ErrorKind.RegionOff => "enable the Region for this account, or leave it out with --region",
        ErrorKind.Credentials => "renew the credentials (`aws sso login`, `aws configure`) and scan again",
        ErrorKind.Clock => "set this machine's clock: AWS refuses requests that are minutes off",
        ErrorKind.Signature => "check the secret key and the clock of this machine",
        ErrorKind.NotOffered => "nothing to do if the account does not use it",
        ErrorKind.Throttled => "scan again later, or fewer accounts and Regions at a time",
        ErrorKind.Unreachable => "check the network, the proxy and AWS_ENDPOINT_URL",
        ErrorKind.Incomplete => "scan again in some minutes",
        _ when IsForeign => "scan again; if it stays, check the proxy and AWS_ENDPOINT_URL",
        ErrorKind.Recording => "record again with `assay scan --record DIR`",
        _ => "scan again; if it stays, report the operation and the code",
    };

    /// <summary>
    /// True for the answer of a proxy, a load balancer or a wrong address: a status without an AWS error.
    /// </summary>
    public bool IsForeign => Code.StartsWith("Http", StringComparison.Ordinal);

    private bool IsAboutTime =>
        Message.Contains("expired", StringComparison.OrdinalIgnoreCase)
        || Message.Contains("not yet current", StringComparison.OrdinalIgnoreCase);

    private ErrorKind OfStatus() =>
        Code.Contains("Throttl", StringComparison.Ordinal) || Code.Contains("TooManyRequests", StringComparison.Ordinal)
            || Code.Contains("LimitExceeded", StringComparison.Ordinal) || Status == 429 ? ErrorKind.Throttled
        : Status >= 500 ? ErrorKind.Server
        : Status == 403 ? ErrorKind.Denied
        : ErrorKind.Other;
}
