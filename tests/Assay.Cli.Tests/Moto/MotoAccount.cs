using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Moto;

/// <summary>One moto that a Python script has filled, what the script reckons, and what one scan of it says.</summary>
public sealed class MotoAccount : IDisposable
{
    public const string Other = "222222222222";

    private readonly Lazy<Task> scanned;
    private MotoServer? moto;

    public MotoAccount() => scanned = new(ScanAsync);

    internal Ran Ran { get; private set; } = new(-1, "", "", default);

    internal JsonElement Expected { get; private set; }

    /// <summary>A shell with the first account's key.</summary>
    internal Shell Shell => Shell.Bare.With("AWS_ENDPOINT_URL", moto!.Endpoint)
        .With("AWS_ACCESS_KEY_ID", "AKIATESTTESTTEST0001").With("AWS_SECRET_ACCESS_KEY", "any");

    /// <summary>Scans once for all tests, each of which is skipped where moto or boto3 is missing.</summary>
    public Task ReadyAsync() => scanned.Value;

    public void Dispose() => moto?.Dispose();

    private async Task ScanAsync()
    {
        moto = await MotoServer.StartAsync();
        Expected = JsonSerializer.Deserialize<JsonElement>(await Python.RunAsync(
            "moto_account.py", "boto3",
            moto.Endpoint, "2026-11-17T06:00:00+00:00", "2026-11-20T06:00:00+00:00", Other));
        Ran = await Shell.RunAsync(
            "scan", "--format", "json", "--since", "3d", "--now", "2026-11-20T06:30:00Z",
            "--role", $"arn:aws:iam::{Other}:role/reader",
            "--region", "us-east-1", "--region", "eu-west-1", "--region", "ap-southeast-2");
    }
}
