using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Hostile;

/// <summary>Credentials that are missing, wrong, old or secret.</summary>
public sealed class CredentialTests
{
    private static readonly string[] Outputs = ["r.json", "r.md", "r.csv", "r.txt"];

    private static readonly string[] Scan = ["scan", "--region", "us-east-1"];

    [Fact]
    public async Task Without_credentials_the_remedy_is_a_command() =>
        (await Shell.Bare.RunAsync(Scan)).Refuses(1, "no AWS credentials were found", "aws configure", "aws sso login");

    [Fact]
    public async Task A_profile_that_does_not_exist_is_a_mistake_of_the_command_line() =>
        (await Shell.Bare.RunAsync([.. Scan, "--profile", "nobody"]))
            .Refuses(2, "nobody", "aws configure list-profiles");

    [Fact]
    public async Task A_wrong_secret_is_told_without_showing_it()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        var shell = Everything.At(aws).With("AWS_SECRET_ACCESS_KEY", "wrong/secret+0123456789");

        var ran = (await shell.RunAsync(Scan)).Refuses(1, "SignatureDoesNotMatch");

        Assert.DoesNotContain("wrong/secret", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_key_is_told()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);

        (await Everything.At(aws).With("AWS_ACCESS_KEY_ID", "AKIAUNKNOWN000000001").RunAsync(Scan))
            .Refuses(1, "AWS does not know the access key", "aws configure");
    }

    [Fact]
    public async Task An_expired_session_ends_with_the_command_that_renews_it()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.ExpiredToken });

        (await Everything.At(aws).RunAsync(Scan)).Refuses(1, "expired", "aws sso login");
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task A_clock_that_is_an_hour_off_is_put_right(int minutes)
    {
        var options = new FakeAwsOptions { SigningClock = new ShiftedClock(TimeSpan.FromMinutes(minutes)) };
        await using var aws = await FakeAwsServer.StartAsync(Everything.World, options);

        var ran = await Everything.ScanAsync(aws);

        // The SDK learns the difference from the first answer and signs the next call with it.
        Assert.Equal(2_649.186m, ran.EndsWith(0).Report.Cost);
    }

    [Fact]
    public async Task Secrets_are_in_no_output_no_recording_and_no_ledger()
    {
        using var folder = new TempFolder();
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Operation = "ListServiceQuotas" });
        var session = await SessionAsync(aws);
        var shell = Everything.At(aws).With("AWS_ACCESS_KEY_ID", session.AccessKeyId)
            .With("AWS_SECRET_ACCESS_KEY", session.SecretAccessKey).With("AWS_SESSION_TOKEN", session.SessionToken);

        var ran = await shell.RunAsync(
            [
                .. Everything.Scan, "-v", "--record", folder.Sub("recording"), "--ledger", folder.Sub("kept.duckdb"),
                .. Outputs.SelectMany(file => new[] { "--output", folder.Sub(file) }),
            ]);

        ran.EndsWith(4);
        string[] secrets = [session.SecretAccessKey, session.SessionToken, session.AccessKeyId, Everything.Secret];
        Assert.True(File.Exists(folder.Sub("recording/manifest.json")) && File.Exists(folder.Sub("r.md")));
        foreach (var text in folder.Texts().Append(ran.Out).Append(ran.Error))
        {
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    /// <summary>Keys with a token, of a role in the member account that the main one may assume.</summary>
    private static async Task<Credentials> SessionAsync(FakeAwsServer aws)
    {
        var endpoint = new AmazonSecurityTokenServiceConfig
        {
            ServiceURL = aws.Endpoint.ToString(),
            AuthenticationRegion = "us-east-1",
        };
        using var sts = new AmazonSecurityTokenServiceClient(Everything.Key, Everything.Secret, endpoint);
        var answer = await sts.AssumeRoleAsync(new AssumeRoleRequest
        {
            RoleArn = $"arn:aws:iam::{Everything.Member}:role/{Everything.Role}",
            RoleSessionName = "test",
        });
        return answer.Credentials;
    }

    private sealed class ShiftedClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
