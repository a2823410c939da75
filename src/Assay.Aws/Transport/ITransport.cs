namespace Assay.Aws.Transport;

/// <summary>
/// The seam between what a scan asks and who answers: AWS, AWS with a recorder beside it, or a recording. Failures
/// that AWS or the network can cause are answers too; only cancellation and bugs are thrown.
/// </summary>
internal interface ITransport
{
    Task<ApiReply> SendAsync(ApiCall call, CancellationToken cancellationToken);
}
