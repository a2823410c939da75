namespace Assay.Aws.Logs;

/// <summary>Bytes that may be held at once. One takes, many give back.</summary>
internal sealed class Budget(long most)
{
    private readonly Lock gate = new();
    private TaskCompletionSource? waiting;
    private long held;

    /// <summary>Waits until there is room. Whatever asks for more than all of it has it alone.</summary>
    public async Task TakeAsync(long bytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task room;
            lock (gate)
            {
                if (held == 0 || held + bytes <= most)
                {
                    held += bytes;
                    return;
                }

                waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                room = waiting.Task;
            }

            await room.WaitAsync(cancellationToken);
        }
    }

    public void Return(long bytes)
    {
        lock (gate)
        {
            held -= bytes;
            waiting?.TrySetResult();
        }
    }
}
