namespace Assay.Aws.Transport;

/// <summary>Keeps every response and every error on its way to the reader, who gets exactly what was kept.</summary>
internal sealed class RecordingTransport(ITransport inner, RecordingWriter writer) : ITransport
{
    public async Task<ApiReply> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var reply = await inner.SendAsync(call, cancellationToken);
        var kept = reply.Error is { } error
            ? ApiReply.Failed(error with { Message = Secrets.Remove(error.Message) })
            : ApiReply.Of(Secrets.Remove(reply.Body));
        writer.Response(call.FileName, RecordedReply.Write(kept));
        return kept;
    }
}
