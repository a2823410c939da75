using System.Diagnostics;
using System.Net;
using Amazon.Runtime;
using Assay.Aws.Tests.Support;
using Assay.Diagnostics;
using Assay.FakeAws;
using Assay.Usage;

namespace Assay.Aws.Tests.Clients;

public sealed class FaultTests
{
    private static World World => Small.World(Small.Hours("Invocations", [3]), Small.Hours("InputTokenCount", [300]));

    [Theory]
    [InlineData(FaultKind.Throttle, 3)]
    [InlineData(FaultKind.Error500, 2)]
    [InlineData(FaultKind.Error503Html, 2)]
    [InlineData(FaultKind.CloseConnection, 1)]
    public async Task A_passing_fault_is_waited_out(FaultKind kind, int times)
    {
        await using var aws = await FakeAwsServer.StartAsync(World);
        aws.Faults.Add(new FaultRule { Kind = kind, Operation = "GetMetricData", Times = times });

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal(300, outcome.Sum(Scan.LastDays(2), Small.Model, counts => counts.Input));
        Assert.Equal(ReadStatus.Complete, outcome.Coverage("cloudwatch-metrics").Status);
    }

    [Theory]
    [InlineData(FaultKind.Deny, "bedrock:ListProvisionedModelThroughputs is denied")]
    [InlineData(FaultKind.Error500, "bedrock:ListProvisionedModelThroughputs failed: InternalServerException, HTTP 500")]
    [InlineData(FaultKind.Error503Html, "bedrock:ListProvisionedModelThroughputs failed: HTTP 503 from something that is not AWS")]
    [InlineData(FaultKind.Malformed, "bedrock:ListProvisionedModelThroughputs failed: UnreadableResponse, HTTP 200")]
    public async Task A_lasting_fault_costs_its_own_source_and_nothing_else(FaultKind kind, string reason)
    {
        await using var aws = await FakeAwsServer.StartAsync(World);
        aws.Faults.Add(new FaultRule { Kind = kind, Operation = "ListProvisionedModelThroughputs" });

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        var coverage = outcome.Coverage("provisioned-throughput");
        Assert.Equal((ReadStatus.Absent, reason), (coverage.Status, coverage.Reason));
        Assert.Single(outcome.Diagnostics, d => d.What == reason);
        Assert.Equal(ReadStatus.Complete, outcome.Coverage("inference-profiles").Status);
        Assert.Equal(300, outcome.Sum(Scan.LastDays(2), Small.Model, counts => counts.Input));
        Assert.InRange(aws.Calls.Count(call => call.Operation == "ListProvisionedModelThroughputs"), 1, 3);
    }

    [Fact]
    public async Task A_denial_names_the_permission_and_what_to_do()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(Small.Hours("Invocations", [3])) with
        {
            Accounts =
            [
                Small.Account(new RegionWorld { Metrics = [Small.Hours("Invocations", [3])] }) with
                { AllowedActions = ["sts:*", "cloudwatch:*"] },
            ],
        });

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal(3, outcome.Sum(Scan.LastDays(2), Small.Model, counts => counts.Invocations));
        Assert.Contains(outcome.Diagnostics, d =>
            d.What == "bedrock:ListInferenceProfiles is denied"
            && d.Remedy == "allow bedrock:ListInferenceProfiles to the user or role that scans");
        Assert.Contains(outcome.Diagnostics, d => d.What == "servicequotas:ListServiceQuotas is denied");
    }

    [Fact]
    public async Task Denied_metrics_leave_the_inventory_and_say_so()
    {
        await using var aws = await FakeAwsServer.StartAsync(World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Service = "monitoring" });

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Empty(outcome.Series);
        Assert.Equal(ReadStatus.Absent, outcome.Coverage("cloudwatch-metrics").Status);
        Assert.Equal("cloudwatch:ListMetrics is denied", outcome.Coverage("cloudwatch-metrics").Reason);
        Assert.Equal(ReadStatus.Complete, outcome.Coverage("foundation-models").Status);
    }

    [Fact]
    public async Task Series_whose_datapoints_are_denied_are_unknown_and_never_zero()
    {
        await using var aws = await FakeAwsServer.StartAsync(World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Operation = "GetMetricData" });

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.NotEmpty(outcome.Series);
        Assert.All(outcome.Series.SelectMany(s => s.Points), point => Assert.Null(point.Counts.Input));
        Assert.Equal(ReadStatus.Absent, outcome.Coverage("cloudwatch-metrics").Status);
    }

    [Fact]
    public async Task A_failed_window_before_leaves_the_window()
    {
        await using var aws = await FakeAwsServer.StartAsync(World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Deny, Operation = "GetMetricData", After = 1, Times = 1 });

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal(300, outcome.Sum(Scan.LastDays(2), Small.Model, counts => counts.Input));
        Assert.Equal(ReadStatus.Complete, outcome.Coverage("cloudwatch-metrics").Status);
        Assert.Equal(ReadStatus.Absent, outcome.Coverage("cloudwatch-previous-window").Status);
    }

    [Fact]
    public async Task A_Region_that_is_switched_off_says_so()
    {
        await using var aws = await FakeAwsServer.StartAsync(World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.OptInRequired, Service = "monitoring" });

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Contains(outcome.Diagnostics, d => d.Remedy.StartsWith("enable the Region", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_expired_session_ends_with_the_command_that_renews_it()
    {
        await using var aws = await FakeAwsServer.StartAsync(World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.ExpiredToken, Service = "sts" });

        var e = await Assert.ThrowsAsync<AssayException>(() => Scan.OfAsync(aws, Scan.Request()));

        Assert.Equal((ExitCode.NoResult, "the AWS credentials have expired"), (e.ExitCode, e.Message));
        Assert.Contains("aws sso login", e.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_connection_is_told_within_seconds()
    {
        var watch = Stopwatch.StartNew();

        var e = await Assert.ThrowsAsync<AssayException>(
            () => Scan.RunAsync(Scan.Scanner(new Uri($"http://127.0.0.1:{Listening.FreePort()}")), Scan.Request()));

        Assert.Equal(ExitCode.NoResult, e.ExitCode);
        Assert.StartsWith("cannot reach http://127.0.0.1", e.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 15);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        await using var aws = await FakeAwsServer.StartAsync(World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Hang, Service = "sts" });
        var watch = Stopwatch.StartNew();

        var e = await Assert.ThrowsAsync<AssayException>(() => Scan.OfAsync(aws, Scan.Request()));

        Assert.Equal(ExitCode.NoResult, e.ExitCode);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 15);
    }

    [Fact]
    public async Task Cancelling_ends_the_scan_and_the_stream_of_facts()
    {
        await using var aws = await FakeAwsServer.StartAsync(World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Hang, Service = "monitoring" });
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Scan.RunAsync(Scan.Scanner(aws.Endpoint), Scan.Request(), cancel.Token));

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 3);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_as_such()
    {
        await using var aws = await FakeAwsServer.StartAsync(World);

        var e = await Assert.ThrowsAsync<AssayException>(
            () => Scan.OfAsync(aws, Scan.Request(), new BasicAWSCredentials(Small.KeyId, "wrong")));

        Assert.Contains("SignatureDoesNotMatch", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", e.Message, StringComparison.Ordinal);
    }
}
