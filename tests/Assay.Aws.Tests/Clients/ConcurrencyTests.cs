using System.Net;
using Amazon.Runtime;
using Assay.Aws.Accounts;
using Assay.Aws.Clients;
using Assay.Aws.Tests.Support;
using Assay.Aws.Transport;

namespace Assay.Aws.Tests.Clients;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task One_service_of_one_account_and_Region_is_asked_four_things_at_once_and_others_beside_it()
    {
        using var server = new Counter();
        var wallet = new Wallet();
        wallet.Put("1", new BasicAWSCredentials(Small.KeyId, Small.Secret));
        using var transport = new LiveTransport(wallet, new LiveOptions { Endpoint = server.Endpoint });
        var calls = new[] { "us-east-1", "eu-west-1" }.SelectMany(region => Enumerable.Range(0, 12).Select(_ =>
            transport.SendAsync(new ApiCall("1", region, AllowedOperations.ListFoundationModels), CancellationToken.None)));

        var replies = await Task.WhenAll(calls);

        Assert.All(replies, reply => Assert.Null(reply.Error));
        Assert.Equal(8, server.MostAtOnce);
    }

    /// <summary>A server that answers late and counts how many wait.</summary>
    private sealed class Counter : IDisposable
    {
        private readonly HttpListener listener;
        private int waiting;

        public Counter()
        {
            (listener, Endpoint) = Listening.Start();
            _ = ServeAsync();
        }

        public Uri Endpoint { get; }

        public int MostAtOnce { get; private set; }

        public void Dispose() => listener.Close();

        private async Task ServeAsync()
        {
            while (listener.IsListening)
            {
                try
                {
                    var context = await listener.GetContextAsync();
                    MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref waiting));
                    _ = AnswerAsync(context);
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }

        private async Task AnswerAsync(HttpListenerContext context)
        {
            await Task.Delay(200);
            Interlocked.Decrement(ref waiting);
            context.Response.Close();
        }
    }
}
