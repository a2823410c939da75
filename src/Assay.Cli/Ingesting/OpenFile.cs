using System.Runtime.InteropServices;
using Assay.Ledgers;

namespace Assay.Cli.Ingesting;

/// <summary>
/// A file on its way into the ledger. What comes of it is held back until the file ends, so that a file that breaks
/// off costs nothing and the ledger may commit at any time; only a large one goes in while it is read.
/// </summary>
internal sealed class OpenFile(CallWriter writer)
{
    /// <summary>Calls from which on a file is large.</summary>
    private const int Large = 4_096;

    /// <summary>The same for nodes, of which a long prompt has many.</summary>
    private const int LargeNodes = 32_768;

    private readonly List<Batch> held = [];
    private int? number;

    public void Take(Batch batch)
    {
        held.Add(batch);
        if (number is not null || held.Sum(each => each.Calls.Count) > Large
            || held.Sum(each => each.Nodes.Count) > LargeNodes)
        {
            HandOver();
        }
    }

    public void End(Ingested read)
    {
        HandOver();
        writer.End(number!.Value, read);
    }

    public void Forget()
    {
        if (number is { } file)
        {
            writer.Forget(file);
        }
    }

    private void HandOver()
    {
        var file = number ??= writer.Begin();
        foreach (var batch in held)
        {
            writer.Append(CollectionsMarshal.AsSpan(batch.Nodes));
            foreach (var call in batch.Calls)
            {
                writer.Append(file, call);
            }

            batch.Return();
        }

        held.Clear();
    }
}
