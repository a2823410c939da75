namespace Assay.Calls;

/// <summary>Takes what a reader finds in one file: each call once, and the nodes of its shape before it.</summary>
public interface ICallSink
{
    /// <summary>A node; the same one may come again.</summary>
    void Take(in ShapeNode node);

    void Take(CallEntry entry);
}
