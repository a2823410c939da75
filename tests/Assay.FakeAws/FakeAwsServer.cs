using System.Net;
using Assay.FakeAws.Signing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Assay.FakeAws;

/// <summary>A running fake AWS: one endpoint for all its services.</summary>
public sealed class FakeAwsServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CredentialStore store;
    private readonly CallLog log;
    private readonly CancellationTokenSource stopping = new();
    private WorldIndex index;

    private FakeAwsServer(World world, FakeAwsOptions options)
    {
        index = new WorldIndex(world);
        store = new CredentialStore();
        store.Load(world);
        log = new CallLog(options.OnCall);
        Faults.Set(world.Faults);
        var dispatcher = new Dispatcher(options, store, Faults, () => Volatile.Read(ref index));
        var handler = new RequestHandler(this, dispatcher, options, log, stopping.Token);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        app = builder.Build();
        app.Run(handler.HandleAsync);
        Clock = options.Clock;
    }

    /// <summary>Where to send calls: http://127.0.0.1 and a port.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    /// <summary>The calls so far, in the order in which they arrived. A call is listed once it is answered.</summary>
    public IReadOnlyList<ReceivedCall> Calls => log.Copy();

    /// <summary>The faults in force.</summary>
    public FaultList Faults { get; } = new();

    /// <summary>The data. It may be replaced between calls; sessions given out before stay valid.</summary>
    public World World
    {
        get => Volatile.Read(ref index).World;
        set
        {
            var fresh = new WorldIndex(value);
            store.Load(value);
            Volatile.Write(ref index, fresh);
        }
    }

    /// <summary>The world's now.</summary>
    public DateTimeOffset Now => (Clock ?? Fixed(World.Clock)).GetUtcNow();

    private TimeProvider? Clock { get; }

    /// <summary>Starts a fake; it listens when this returns.</summary>
    public static async Task<FakeAwsServer> StartAsync(World world, FakeAwsOptions? options = null)
    {
        var server = new FakeAwsServer(world, options ?? new FakeAwsOptions());
        await server.app.StartAsync();
        var address = server.app.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.First();
        server.Endpoint = new Uri(address);
        return server;
    }

    /// <summary>Forgets the calls so far.</summary>
    public void ClearCalls() => log.Clear();

    /// <summary>Waits until the process is told to end.</summary>
    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await app.DisposeAsync();
        stopping.Dispose();
    }

    private static TimeProvider Fixed(DateTimeOffset? clock) =>
        clock is { } now ? new FixedClock(now) : TimeProvider.System;
}
