using System.Collections.Concurrent;
using System.Globalization;
using Amazon.Runtime;
using Assay.Aws.Accounts;
using Assay.Aws.Clients;

namespace Assay.Aws.Transport;

/// <summary>Asks AWS itself, a few calls at a time for each account, Region and service.</summary>
/// <param name="atOnce">Calls that one account's service in one Region is asked at once.</param>
internal sealed class LiveTransport(Wallet wallet, LiveOptions options, int atOnce = 4) : ITransport, IDisposable
{
    private readonly ConcurrentDictionary<(string Account, string Region, string Service), Lazy<Line>> lines = new();

    /// <summary>Addresses that could not be reached: waiting for each of them again would take minutes.</summary>
    private readonly ConcurrentDictionary<string, ApiError> unreachable = new(StringComparer.Ordinal);

    public async Task<ApiReply> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var line = lines.GetOrAdd(
            (call.Account, call.Region, call.Operation.Service), _ => new Lazy<Line>(() => Open(call))).Value;
        await line.Gate.WaitAsync(cancellationToken);
        try
        {
            return unreachable.TryGetValue(line.Client.Address, out var error)
                ? ApiReply.Failed(error)
                : await SendAsync(line.Client, call, cancellationToken);
        }
        finally
        {
            line.Gate.Release();
        }
    }

    public void Dispose()
    {
        foreach (var line in lines.Values)
        {
            line.Value.Client.Dispose();
            line.Value.Gate.Dispose();
        }
    }

    private Line Open(ApiCall call)
    {
        var service = AwsService.Of(call.Operation);
        return new Line(
            new AwsClient(service, call.Region, wallet.Of(call.Account), options), new SemaphoreSlim(atOnce, atOnce));
    }

    private async Task<ApiReply> SendAsync(AwsClient client, ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.AskAsync(call, cancellationToken);
            return ApiReply.Of(response.Body) with
            {
                Length = response.Length,
                ETag = response.ETag,
                Whole = Whole(response.ContentRange),
            };
        }
        catch (Exception e) when (Failure.Read(e, client.Address, cancellationToken) is { } error)
        {
            if (error.Code == ApiError.Unreachable)
            {
                unreachable.TryAdd(client.Address, error);
            }

            return ApiReply.Failed(error);
        }
    }

    private static long? Whole(string? range) =>
        range is not null && long.TryParse(
            range.AsSpan()[(range.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture,
            out var whole) ? whole : null;

    private sealed record Line(AwsClient Client, SemaphoreSlim Gate);
}
