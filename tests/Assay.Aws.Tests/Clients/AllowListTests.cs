using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SSOOIDC;
using Amazon.SSOOIDC.Model;
using Assay.Aws.Clients;
using Assay.Aws.Tests.Support;
using Assay.Aws.Transport;
using Assay.FakeAws;

namespace Assay.Aws.Tests.Clients;

public sealed class AllowListTests
{
    private static readonly AWSCredentials Keys = new BasicAWSCredentials(Small.KeyId, Small.Secret);

    public static TheoryData<string, string> Forbidden => new()
    {
        { "cloudwatch", "PutMetricData" },
        { "cloudwatch", "DeleteAlarms" },
        { "bedrock", "DeleteProvisionedModelThroughput" },
        { "bedrock", "InvokeModel" },
        { "organizations", "CreateAccount" },
        { "sts", "GetSessionToken" },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task What_is_not_in_the_table_is_never_sent(string service, string name)
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World());
        var operation = new AllowedOperation(service, name, $"{service}:{name}", "mischief");

        await Assert.ThrowsAsync<OperationNotAllowedException>(() => SendAsync(aws, operation));

        Assert.Empty(aws.Calls);
    }

    [Fact]
    public async Task An_operation_that_only_looks_like_one_in_the_table_is_never_sent()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World());

        await Assert.ThrowsAsync<OperationNotAllowedException>(
            () => SendAsync(aws, AllowedOperations.ListFoundationModels with { Method = "DELETE" }));
        await Assert.ThrowsAsync<OperationNotAllowedException>(
            () => SendAsync(aws, AllowedOperations.ListFoundationModels with { Path = "/custom-models/x" }));

        Assert.Empty(aws.Calls);
    }

    [Fact]
    public async Task The_SDK_s_own_clients_are_held_to_the_table_too()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World());
        SdkGuard.Install();
        using var sts = new AmazonSecurityTokenServiceClient(
            Keys, new AmazonSecurityTokenServiceConfig { ServiceURL = aws.Endpoint.ToString(), AuthenticationRegion = Scan.Region });
        using var oidc = new AmazonSSOOIDCClient(
            Keys, new AmazonSSOOIDCConfig { ServiceURL = aws.Endpoint.ToString() });

        await Assert.ThrowsAsync<OperationNotAllowedException>(() => sts.GetSessionTokenAsync(new GetSessionTokenRequest()));
        await Assert.ThrowsAsync<OperationNotAllowedException>(() => sts.GetFederationTokenAsync(new GetFederationTokenRequest { Name = "anyone" }));
        await Assert.ThrowsAsync<OperationNotAllowedException>(
            () => oidc.RegisterClientAsync(new RegisterClientRequest { ClientName = "x", ClientType = "public" }));
        Assert.Empty(aws.Calls);

        var caller = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());
        Assert.Equal(Scan.Account, caller.Account);
    }

    [Fact]
    public void A_service_without_a_row_is_refused_by_name() => Assert.Null(AwsService.WithId("EC2"));

    [Fact]
    public void Every_row_reads_or_proves_who_asks()
    {
        Assert.All(AllowedOperations.All, operation => Assert.Matches("^(Get|List|Describe|Head|FilterLogEvents$|AssumeRole|CreateToken)", operation.Name));
        Assert.Distinct(AllowedOperations.All.Select(operation => operation.ToString()));
        Assert.All(AllowedOperations.All, operation => Assert.NotNull(AwsService.Of(operation)));
        Assert.All(
            AllowedOperations.All.Where(operation => operation.IamAction is null),
            operation => Assert.Contains(operation.Service, new[] { "sts", "sso", "sso-oidc" }));
    }

    [Fact]
    public async Task A_whole_scan_asks_for_nothing_but_rows_of_the_table()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(Small.Hours("Invocations", [1])));

        await Scan.OfAsync(aws, Scan.Request() with { WithBill = true, Regions = ["all"] });

        var allowed = AllowedOperations.All.Select(operation => operation.Name).ToHashSet();
        Assert.All(aws.Calls, call => Assert.Contains(call.Operation, allowed));
    }

    private static async Task SendAsync(FakeAwsServer aws, AllowedOperation operation)
    {
        using var client = new AwsClient(
            AwsService.Of(operation), Scan.Region, Keys, new LiveOptions { Endpoint = aws.Endpoint });
        await client.SendAsync(new ApiCall(Scan.Account, Scan.Region, operation), CancellationToken.None);
    }
}
