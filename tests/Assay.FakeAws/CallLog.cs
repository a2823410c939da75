namespace Assay.FakeAws;

/// <summary>The calls received, in the order in which they were answered.</summary>
internal sealed class CallLog(Action<ReceivedCall>? listener)
{
    private readonly Lock gate = new();
    private readonly List<ReceivedCall> calls = [];
    private int order;

    public int Next() => Interlocked.Increment(ref order);

    public void Add(ReceivedCall call)
    {
        lock (gate)
        {
            calls.Add(call);
            listener?.Invoke(call);
        }
    }

    /// <summary>A copy, sorted by arrival.</summary>
    public IReadOnlyList<ReceivedCall> Copy()
    {
        lock (gate)
        {
            return [.. calls.OrderBy(c => c.Order)];
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            calls.Clear();
        }
    }
}
