using System.Threading.Channels;
using Assay.Calls;
using Assay.Diagnostics;

namespace Assay.Cli.Ingesting;

/// <summary>Gathers what a parser finds and hands it on in batches, waiting where the ledger is behind.</summary>
internal sealed class BatchSink(ChannelWriter<Batch> batches, int number, CallFile file) : ICallSink
{
    private Batch? batch;

    /// <summary>Begun when it is needed: none is left over at a file's end.</summary>
    private Batch Begun => batch ??= Batch.Of(number, file);

    public void Take(in ShapeNode node) => Begun.Nodes.Add(node);

    public void Take(CallEntry entry)
    {
        Begun.Calls.Add(entry);
        if (Begun.Calls.Count == Batch.Most)
        {
            HandOn();
        }
    }

    public void Report(Diagnostic diagnostic) => Begun.Diagnostics.Add(diagnostic);

    public void End(ReadResult result)
    {
        Begun.Result = result;
        HandOn();
    }

    public void Fail(string why, string remedy)
    {
        (Begun.Failure, Begun.Remedy) = (why, remedy);
        HandOn();
    }

    private void HandOn()
    {
        // A parser has a thread of its own, so it may block: that is what bounds the memory.
        while (!batches.TryWrite(Begun))
        {
            if (!batches.WaitToWriteAsync().AsTask().GetAwaiter().GetResult())
            {
                throw new OperationCanceledException();
            }
        }

        batch = null;
    }
}
