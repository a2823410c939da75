using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Assay.Cli.Tests.Support;

/// <summary>A moto_server of a test's own: an AWS that somebody else wrote.</summary>
internal sealed class MotoServer : IDisposable
{
    private readonly Process process;

    private MotoServer(Process process, string endpoint) => (this.process, Endpoint) = (process, endpoint);

    public string Endpoint { get; }

    /// <summary>Starts one, or skips the test where this machine has none.</summary>
    public static async Task<MotoServer> StartAsync()
    {
        var port = FreePort();
        var shell = Shell.Bare.With("HOME", Environment.GetEnvironmentVariable("HOME") ?? "");
        var server = shell.Start("moto_server", "-p", $"{port}");
        Assert.SkipWhen(server is null, "moto_server is not on this machine");
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        var moto = new MotoServer(server, $"http://127.0.0.1:{port}");
        await moto.AnswersAsync();
        return moto;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private async Task AnswersAsync()
    {
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 150; attempt++)
        {
            Assert.SkipWhen(process.HasExited, "moto_server does not start on this machine");
            try
            {
                await http.GetAsync(new Uri(Endpoint + "/moto-api/data.json"));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200);
            }
        }

        Assert.Fail("moto_server did not answer within 30 seconds");
    }
}
