using Assay.Aws.Tests.Support;
using Assay.Diagnostics;
using Assay.FakeAws;

namespace Assay.Aws.Tests.Scans;

/// <summary>What the AWS CLI takes from the environment; alone, because the environment is the process's.</summary>
[Collection("environment")]
public sealed class EnvironmentTests : IDisposable
{
    private static readonly string[] Names =
    [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION",
        "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_CLOUDWATCH", "AWS_EC2_METADATA_DISABLED",
    ];

    private readonly Dictionary<string, string?> before = Names.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public EnvironmentTests()
    {
        foreach (var name in Names)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Set("AWS_EC2_METADATA_DISABLED", "true");
    }

    [Fact]
    public async Task Without_credentials_the_scan_ends_with_the_command_that_makes_some()
    {
        var e = await Assert.ThrowsAsync<AssayException>(() => ScanAsync(Scan.Request()));

        Assert.Equal((ExitCode.NoResult, "no AWS credentials were found"), (e.ExitCode, e.Message));
        Assert.Contains("aws configure", e.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_Region_the_scan_asks_for_one()
    {
        var e = await Assert.ThrowsAsync<AssayException>(() => ScanAsync(Scan.Request() with { Regions = [] }));

        Assert.Equal((ExitCode.Usage, "no Region is configured"), (e.ExitCode, e.Message));
    }

    [Fact]
    public async Task Keys_Region_and_address_come_from_variables()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(Small.Hours("Invocations", [3])));
        Set("AWS_ACCESS_KEY_ID", Small.KeyId);
        Set("AWS_SECRET_ACCESS_KEY", Small.Secret);
        Set("AWS_REGION", Scan.Region);
        Set("AWS_ENDPOINT_URL", aws.Endpoint.ToString());

        var outcome = await ScanAsync(Scan.Request() with { Regions = [] });

        Assert.Equal(3, outcome.Sum(Scan.LastDays(2), Small.Model, counts => counts.Invocations));
    }

    [Fact]
    public async Task A_service_can_have_an_address_of_its_own()
    {
        await using var metrics = await FakeAwsServer.StartAsync(Small.World(Small.Hours("Invocations", [3])));
        await using var rest = await FakeAwsServer.StartAsync(Small.World());
        Set("AWS_ACCESS_KEY_ID", Small.KeyId);
        Set("AWS_SECRET_ACCESS_KEY", Small.Secret);
        Set("AWS_ENDPOINT_URL", rest.Endpoint.ToString());
        Set("AWS_ENDPOINT_URL_CLOUDWATCH", metrics.Endpoint.ToString());

        await ScanAsync(Scan.Request());

        Assert.All(metrics.Calls, call => Assert.Equal("monitoring", call.Service));
        Assert.NotEmpty(metrics.Calls);
        Assert.DoesNotContain(rest.Calls, call => call.Service == "monitoring");
    }

    [Fact]
    public async Task A_profile_gives_keys_and_a_Region()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(Small.Hours("Invocations", [3])));
        Set("AWS_ENDPOINT_URL", aws.Endpoint.ToString());

        var outcome = await ScanAsync(Scan.Request() with { Regions = [], Profile = "team" });

        Assert.Equal(3, outcome.Sum(Scan.LastDays(2), Small.Model, counts => counts.Invocations));
    }

    [Fact]
    public async Task A_profile_that_does_not_exist_is_a_mistake_in_the_command()
    {
        var e = await Assert.ThrowsAsync<AssayException>(() => ScanAsync(Scan.Request() with { Profile = "nobody" }));

        Assert.Equal((ExitCode.Usage, "there is no profile nobody"), (e.ExitCode, e.Message));
    }

    [Fact]
    public async Task A_single_sign_on_profile_without_a_session_ends_with_the_login_command()
    {
        var e = await Assert.ThrowsAsync<AssayException>(() => ScanAsync(Scan.Request() with { Profile = "sso" }));

        Assert.Equal((ExitCode.NoResult, "run `aws sso login --profile sso`"), (e.ExitCode, e.Remedy));
        Assert.DoesNotContain('\n', e.Message);
    }

    public void Dispose()
    {
        foreach (var (name, value) in before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private static void Set(string name, string value) => Environment.SetEnvironmentVariable(name, value);

    private static Task<Outcome> ScanAsync(ScanRequest request) => Scan.RunAsync(new Scanner("0.1.0-test"), request);
}
