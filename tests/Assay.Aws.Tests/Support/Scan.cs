using System.Threading.Channels;
using Amazon.Runtime;
using Assay.Aws.Clients;
using Assay.FakeAws;
using Assay.Usage;

namespace Assay.Aws.Tests.Support;

/// <summary>Scans as a host runs them.</summary>
internal static class Scan
{
    public const string Account = "111122223333";
    public const string Region = "us-east-1";

    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    public static Window LastDays(int days) => new(Now.AddDays(-days), Now);

    public static ScanRequest Request(int days = 2) => new(LastDays(days), Now) { Regions = [Region] };

    public static Task<Outcome> OfAsync(FakeAwsServer server, ScanRequest request, AWSCredentials? credentials = null) =>
        RunAsync(Scanner(server.Endpoint, credentials), request);

    public static Scanner Scanner(Uri endpoint, AWSCredentials? credentials = null) => new(
        "0.1.0-test", new LiveOptions { Endpoint = endpoint, Patience = TimeSpan.FromSeconds(3) },
        credentials ?? new BasicAWSCredentials(Small.KeyId, Small.Secret));

    public static async Task<Outcome> ReplayAsync(Recording recording) =>
        await RunAsync(new Scanner("0.1.0-test", recording), recording.Request);

    public static async Task<Outcome> RunAsync(Scanner scanner, ScanRequest request, CancellationToken cancel = default)
    {
        var channel = Channel.CreateBounded<Fact>(16);
        var reading = scanner.ReadAsync(request, channel.Writer, cancel);
        var facts = new List<Fact>();
        try
        {
            await foreach (var fact in channel.Reader.ReadAllAsync(CancellationToken.None))
            {
                facts.Add(fact);
            }
        }
        catch (Exception) when (reading.IsCompleted || reading.IsFaulted)
        {
            // The reading's own exception is the one to see.
        }

        return new Outcome(await reading, facts);
    }
}
