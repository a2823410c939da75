namespace Assay.Aws.Transport;

/// <summary>Counts calls on their way, whoever answers them, and sees whether anybody does.</summary>
internal sealed class CountingTransport(ITransport inner, CallTally tally) : ITransport
{
    private volatile bool answered;
    private volatile ApiError? unreachable;

    /// <summary>Why no call at all was answered; null where one was.</summary>
    public ApiError? Silence => answered ? null : unreachable;

    public async Task<ApiReply> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        tally.Add(call.Operation, call.Metrics);
        var reply = await inner.SendAsync(call, cancellationToken);
        if (reply.Error is { Kind: ErrorKind.Unreachable } error)
        {
            unreachable = error;
        }
        else
        {
            answered = true;
        }

        return reply;
    }
}
