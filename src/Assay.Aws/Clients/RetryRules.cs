using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Assay.Aws.Clients;

/// <summary>
/// The SDK's standard retries with other limits: an address that can't be reached is tried once more and no longer,
/// throttling is waited out for longer than other failures, and a call may ask for fewer.
/// </summary>
internal sealed class RetryRules(IClientConfig config) : StandardRetryPolicy(config)
{
    private const int ForConnection = 1;
    private const int ForThrottling = 7;

    public override bool RetryLimitReached(IExecutionContext executionContext) =>
        executionContext.RequestContext.Retries >= Math.Max(MaxRetries, ForThrottling);

    public override async Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception)
    {
        var most = (executionContext.RequestContext.OriginalRequest as AwsRequest)?.Call.MostRetries;
        var limit = IsConnectionFailure(exception) ? ForConnection
            : IsThrottlingError(exception) ? Math.Max(MaxRetries, ForThrottling)
            : Math.Min(MaxRetries, most ?? MaxRetries);
        return executionContext.RequestContext.Retries < limit
            && (IsConnectionFailure(exception) || await base.RetryForExceptionAsync(executionContext, exception));
    }

    /// <summary>
    /// No answer at all: refused, unknown host, closed, or silent for longer than an attempt may take.
    /// </summary>
    public static bool IsConnectionFailure(Exception exception) =>
        !HasStatus(exception)
        && Chain(exception).Any(e => e is HttpRequestException or SocketException or IOException or TimeoutException);

    /// <summary>True where a server answered, if only with an error.</summary>
    public static bool HasStatus(Exception exception) =>
        exception is AmazonServiceException service && (int)service.StatusCode != 0;

    /// <summary>
    /// Nobody listens at the address: the next call would fail as this one did. A connection that was made and then
    /// broken says nothing of the next one.
    /// </summary>
    public static bool IsDeadAddress(Exception exception) => Chain(exception).Any(e =>
        e is SocketException
        {
            SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NoData
                or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.TimedOut,
        }
        || e is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
        });

    public static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
