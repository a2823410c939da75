using System.Net;
using System.Net.Sockets;

namespace Assay.Aws.Tests.Support;

/// <summary>HTTP on a port of the loopback that was free; another program may take it first, then on another.</summary>
internal static class Listening
{
    private const int Tries = 20;

    public static (HttpListener Listener, Uri Endpoint) Start()
    {
        for (var left = Tries; ; left--)
        {
            var endpoint = new Uri($"http://127.0.0.1:{FreePort()}/");
            var listener = new HttpListener();
            listener.Prefixes.Add(endpoint.ToString());
            try
            {
                listener.Start();
                return (listener, endpoint);
            }
            catch (HttpListenerException) when (left > 0)
            {
                listener.Close();
            }
        }
    }

    /// <summary>A port that nobody listens to now.</summary>
    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
