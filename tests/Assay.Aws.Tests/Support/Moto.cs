using System.ComponentModel;
using System.Diagnostics;
using System.Net;

namespace Assay.Aws.Tests.Support;

/// <summary>A moto_server of a test's own, an AWS that somebody else wrote.</summary>
internal sealed class Moto : IDisposable
{
    private readonly Process process;

    private Moto(Process process, Uri endpoint) => (this.process, Endpoint) = (process, endpoint);

    public Uri Endpoint { get; }

    /// <summary>Starts one, or skips the test where this machine has none.</summary>
    public static async Task<Moto> StartAsync()
    {
        var port = Listening.FreePort();
        Process? server = null;
        try
        {
            server = Process.Start(new ProcessStartInfo("moto_server", ["-p", $"{port}"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("moto_server is not on this machine");
        }

        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        var moto = new Moto(server, new Uri($"http://127.0.0.1:{port}"));
        await moto.WaitAsync();
        return moto;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private async Task WaitAsync()
    {
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 150; attempt++)
        {
            try
            {
                await http.GetAsync(new Uri(Endpoint, "/moto-api/data.json"));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200);
            }
        }

        Assert.Fail("moto_server did not start within 30 seconds");
    }
}
