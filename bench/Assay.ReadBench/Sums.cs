using Assay.Calls;

namespace Assay.ReadBench;

/// <summary>Counts what comes and keeps none of it.</summary>
internal sealed class Sums : ICallSink
{
    public long Calls { get; private set; }

    public long Input { get; private set; }

    public long Nodes { get; private set; }

    public void Count() => Calls++;

    public void Add(Sums other) =>
        (Calls, Input, Nodes) = (Calls + other.Calls, Input + other.Input, Nodes + other.Nodes);

    public void Take(in ShapeNode node) => Nodes++;

    public void Take(CallEntry entry)
    {
        Calls++;
        Input += entry.Input ?? 0;
    }
}
