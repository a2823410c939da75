using Assay.Aws.Accounts;
using Assay.Aws.Clients;
using Assay.Aws.Transport;
using Assay.Calls;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Logs;

/// <summary>Invocation logs in S3 and in CloudWatch Logs, read with one identity.</summary>
public sealed class LogStore : IDisposable
{
    /// <summary>Requests at once, so that small objects are not read at one for each round trip.</summary>
    private const int AtOnce = 16;

    private readonly LiveTransport transport;
    private readonly S3Reader s3;
    private readonly LogRequest request;
    private readonly string home;

    private LogStore(LiveTransport transport, LogRequest request, string region, CancellationToken stop)
    {
        (this.transport, this.request, home) = (transport, request, region);
        s3 = new S3Reader(transport, region, stop);
        Bodies = new S3Bodies(s3);
    }

    /// <summary>Bodies that were too large for their record.</summary>
    public IObjectStore Bodies { get; }

    /// <param name="stop">Ends everything that is read from here.</param>
    /// <exception cref="AssayException">There are no credentials, or the role is not given.</exception>
    public static async Task<LogStore> OpenAsync(LogRequest request, CancellationToken stop)
    {
        var now = TimeProvider.System.GetUtcNow();
        var region = Scanner.HomeOf(new ScanRequest(new Window(now.AddHours(-1), now), now)
        {
            Regions = request.Region is { } named ? [named] : [],
            Profile = request.Profile,
            Roles = request.Role is { } given ? [given] : [],
        });
        var own = await CredentialSource.ResolveAsync(request.Profile, stop);
        var (options, wallet) = (new LiveOptions { Profile = request.Profile }, new Wallet());
        wallet.Put("", own);
        if (request.Role is { } role)
        {
            var door = new StsDoor(region, options, request.ExternalId);
            if (await new LiveIdentity(own, door, wallet, new CallTally()).BecomeAsync("", role, stop) is { } error)
            {
                throw new AssayException(
                    ExitCode.NoResult, $"{role} could not be assumed: {error.Describe(AllowedOperations.AssumeRole)}",
                    "let the role's trust policy name you (give --external-id if it asks for one), and allow "
                    + "sts:AssumeRole");
            }
        }

        // The SDK reads bodies of answers on threads of the pool, which begins with one for each core.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, AtOnce + Environment.ProcessorCount), ports);
        return new LogStore(new LiveTransport(wallet, options, AtOnce), request, region, stop);
    }

    /// <summary>Objects, each downloaded ahead of being opened as far as memory allows.</summary>
    /// <param name="uri"><c>s3://BUCKET/PREFIX</c>.</param>
    /// <param name="isKnown">Of a place, an ETag and a length: whether they need not be downloaded.</param>
    /// <exception cref="FormatException">It names no bucket.</exception>
    public IEnumerable<CallFile> Objects(string uri, Func<string, string, long, bool> isKnown) =>
        new S3Files(s3, request.Window, isKnown).Under(S3Object.Parse(uri));

    /// <summary>Events of a log group of the Region.</summary>
    public IEnumerable<CallFile> Events(string group) =>
        new EventFiles(transport, home, request, s3.Stop).Of(group);

    public void Dispose() => transport.Dispose();
}
