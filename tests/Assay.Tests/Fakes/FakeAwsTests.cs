using System.Diagnostics;
using Assay.FakeAws;
using Assay.Tests.Support;

namespace Assay.Tests.Fakes;

/// <summary>The fake that other tests stand on is judged by AWS's own client.</summary>
public sealed class FakeAwsTests
{
    [Fact]
    public async Task Boto3_accepts_every_answer_of_the_fake()
    {
        if (!await HasBoto3Async())
        {
            Assert.Skip("python3 with boto3 is not on this machine");
        }

        var world = WorldFile.Load(Repository.At("tests/Assay.FakeAws/sample-world.json"));
        await using var fake = await FakeAwsServer.StartAsync(world);
        var script = Repository.At("tests/Assay.FakeAws/accept_boto3.py");
        var (exit, said) = await RunAsync("python3", script, fake.Endpoint.ToString().TrimEnd('/'));
        Assert.True(exit == 0, said);
        Assert.Matches(@"[1-9]\d* checks passed", said);
    }

    private static async Task<bool> HasBoto3Async()
    {
        try
        {
            return (await RunAsync("python3", "-c", "import boto3, botocore")).Exit == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int Exit, string Said)> RunAsync(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }
}
