using System.Collections.Concurrent;
using Assay.Calls;
using Assay.Diagnostics;

namespace Assay.Cli.Ingesting;

/// <summary>A stretch of one file on its way from a parser to the ledger. Its lists are used again.</summary>
internal sealed class Batch
{
    /// <summary>
    /// Calls after which a batch is handed on: most files are one, because each wakes the thread that writes.
    /// </summary>
    public const int Most = 512;

    private const int MostSpare = 64;

    private static readonly ConcurrentBag<Batch> Spare = [];

    private Batch()
    {
    }

    /// <summary>Which of the request's files.</summary>
    public int File { get; private set; }

    public CallFile Source { get; private set; } = null!;

    public List<ShapeNode> Nodes { get; } = [];

    public List<CallEntry> Calls { get; } = new(Most);

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>How the reading went; only the last batch of a file has it, or <see cref="Failure"/>.</summary>
    public ReadResult? Result { get; set; }

    /// <summary>Why the file could not be read.</summary>
    public string? Failure { get; set; }

    /// <summary>What to do about it.</summary>
    public string? Remedy { get; set; }

    public static Batch Of(int file, CallFile source)
    {
        var batch = Spare.TryTake(out var spare) ? spare : new Batch();
        (batch.File, batch.Source) = (file, source);
        return batch;
    }

    /// <summary>Nobody looks at it any more.</summary>
    public void Return()
    {
        Nodes.Clear();
        Calls.Clear();
        Diagnostics.Clear();
        (Result, Failure, Remedy) = (null, null, null);
        if (Spare.Count < MostSpare)
        {
            Spare.Add(this);
        }
    }
}
