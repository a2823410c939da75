using System.Diagnostics;
using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Hostile;

/// <summary>Nobody there, somebody else there, or somebody who hangs up.</summary>
public sealed class NetworkTests
{
    [Theory]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://no-such-host.invalid")]
    public async Task An_address_where_nobody_answers_is_told_in_seconds(string endpoint)
    {
        var shell = Shell.Bare.With("AWS_ENDPOINT_URL", endpoint)
            .With("AWS_ACCESS_KEY_ID", Everything.Key).With("AWS_SECRET_ACCESS_KEY", Everything.Secret);

        var ran = await shell.RunAsync("scan", "--region", "us-east-1");

        ran.Refuses(1, "cannot reach " + endpoint, "AWS_ENDPOINT_URL");
        Assert.InRange(ran.Took.TotalSeconds, 0, 15);
    }

    [Fact]
    public async Task An_address_that_is_none_is_told()
    {
        var shell = Shell.Bare.With("AWS_ENDPOINT_URL", "not a url")
            .With("AWS_ACCESS_KEY_ID", Everything.Key).With("AWS_SECRET_ACCESS_KEY", Everything.Secret);

        var ran = await shell.RunAsync("scan", "--region", "us-east-1");

        Assert.InRange(ran.Exit, 1, 2);
        ran.Refuses(ran.Exit, "AWS_ENDPOINT_URL");
    }

    [Theory]
    [InlineData(FaultKind.CloseConnection)]
    [InlineData(FaultKind.Error503Html)]
    [InlineData(FaultKind.Error500)]
    [InlineData(FaultKind.Malformed)]
    public async Task A_server_that_never_speaks_AWS_leaves_no_result(FaultKind kind)
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = kind });

        (await Everything.At(aws).RunAsync("scan", "--region", "us-east-1")).Refuses(1);
    }

    [Fact]
    public async Task Everything_but_STS_unreachable_leaves_no_result()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        var shell = Everything.At(aws).With("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
            .With("AWS_ENDPOINT_URL_STS", aws.Endpoint.ToString().TrimEnd('/'));

        var ran = (await shell.RunAsync("scan", "--region", "us-east-1")).Refuses(1, "cannot reach http://127.0.0.1:1");

        Assert.InRange(ran.Took.TotalSeconds, 0, 15);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_scan_that_hangs_and_leaves_no_whole_recording()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "there is no SIGINT here");
        Assert.SkipWhen(IgnoresInterrupts(), "this process was started with SIGINT ignored, and so are its children");
        using var folder = new TempFolder();
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Hang, Service = "monitoring" });
        var scan = Everything.At(aws).Begin([.. Everything.Scan, "--record", folder.Sub("recording")]);
        for (var wait = 0; wait < 300 && !aws.Calls.Any(call => call.Service == "monitoring"); wait++)
        {
            await Task.Delay(50);
        }

        var began = Stopwatch.GetTimestamp();
        await Shell.Bare.TryAsync("sh", "-c", $"kill -INT {scan.Id}");
        var ran = await Shell.EndAsync(scan);

        Assert.Equal("", ran.EndsWith(130).Out);
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 5);
        Assert.False(File.Exists(folder.Sub("recording/manifest.json")));
    }

    /// <summary>Whether bit 2 of the ignored signals is set, as a shell does for what it starts with &amp;.</summary>
    private static bool IgnoresInterrupts() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").Where(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
            .Any(line => (Convert.ToUInt64(line["SigIgn:".Length..].Trim(), 16) & 2) != 0);
}
