using System.Threading.Channels;
using Assay.Calls;
using Assay.Diagnostics;

namespace Assay.Cli.Ingesting;

/// <summary>Gathers what a parser finds and hands it on in batches, waiting where the ledger is behind.</summary>
internal sealed class BatchSink(ChannelWriter<Batch> batches, int number, CallFile file) : ICallSink
{
    private Batch batch = Batch.Of(number, file);

    public void Take(in ShapeNode node) => batch.Nodes.Add(node);

    public void Take(CallEntry entry)
    {
        batch.Calls.Add(entry);
        if (batch.Calls.Count == Batch.Most)
        {
            HandOn();
        }
    }

    public void Report(Diagnostic diagnostic) => batch.Diagnostics.Add(diagnostic);

    public void End(ReadResult result)
    {
        batch.Result = result;
        HandOn();
    }

    public void Fail(string why, string remedy)
    {
        (batch.Failure, batch.Remedy) = (why, remedy);
        HandOn();
    }

    private void HandOn()
    {
        // A parser has a thread of its own, so it may block: that is what bounds the memory.
        while (!batches.TryWrite(batch))
        {
            if (!batches.WaitToWriteAsync().AsTask().GetAwaiter().GetResult())
            {
                throw new OperationCanceledException();
            }
        }

        batch = Batch.Of(number, file);
    }
}
