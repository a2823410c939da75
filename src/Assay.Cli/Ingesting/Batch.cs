using Assay.Calls;
using Assay.Diagnostics;

namespace Assay.Cli.Ingesting;

/// <summary>A stretch of one file on its way from a parser to the ledger.</summary>
/// <param name="File">Which of the request's files.</param>
/// <param name="Place">The file's name for people.</param>
internal sealed record Batch(int File, string Place)
{
    public List<ShapeNode> Nodes { get; } = [];

    public List<CallEntry> Calls { get; } = [];

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>How the reading went; only the last batch of a file has it, or <see cref="Failure"/>.</summary>
    public ReadResult? Result { get; set; }

    /// <summary>Why the file could not be read.</summary>
    public string? Failure { get; set; }

    /// <summary>What to do about it.</summary>
    public string? Remedy { get; set; }
}
