using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Assay.Aws.Transport;

namespace Assay.Aws.Clients;

/// <summary>
/// One client for every service: AWSSDK.Core gives credentials, signatures, retries and clock correction, and what a
/// generated client would add is four protocols and an address.
/// </summary>
internal sealed class AwsClient : AmazonServiceClient
{
    private readonly AwsMarshaller marshaller;
    private readonly AwsUnmarshaller unmarshaller = new();

    static AwsClient() => SdkGuard.Install();

    public AwsClient(AwsService service, string region, AWSCredentials credentials, LiveOptions options)
        : base(credentials, new AwsConfig(service, region, options))
    {
        marshaller = new AwsMarshaller(service);
        ServiceMetadata = new Metadata(service.Id);
    }

    public string Address => ((AwsConfig)Config).Address;

    /// <summary>The clock of whoever answered last; null where it told none.</summary>
    public DateTimeOffset? ServerTime { get; private set; }

    protected override IServiceMetadata ServiceMetadata { get; }

    /// <exception cref="OperationNotAllowedException">The operation is not in the table; nothing was sent.</exception>
    public async Task<byte[]> SendAsync(ApiCall call, CancellationToken cancellationToken) =>
        (await AskAsync(call, cancellationToken)).Body;

    /// <inheritdoc cref="SendAsync"/>
    public async Task<AwsResponse> AskAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var options = new InvokeOptions
        {
            RequestMarshaller = marshaller,
            ResponseUnmarshaller = call.Pool is { } pool ? new AwsUnmarshaller(pool) : unmarshaller,
        };
        var response = await InvokeAsync<AwsResponse>(new AwsRequest(call), options, cancellationToken);
        ServerTime = DateTimeOffset.TryParse(response.Date, CultureInfo.InvariantCulture, out var time) ? time : null;
        return response;
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        var config = (AwsConfig)Config;
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler(config));
        pipeline.AddHandlerAfter<Marshaller>(new SignatureHandler());
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new RetryRules(config)));
    }

    private sealed class Metadata(string id) : IServiceMetadata
    {
        public string ServiceId { get; } = id;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }
}
