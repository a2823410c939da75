namespace Assay.Aws.Transport;

/// <summary>Answers from a recording.</summary>
internal sealed class ReplayTransport(Recording recording) : ITransport
{
    public Task<ApiReply> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(recording.Answer(call));
    }
}
