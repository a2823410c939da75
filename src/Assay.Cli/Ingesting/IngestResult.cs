using Assay.Diagnostics;
using Assay.Ledgers;

namespace Assay.Cli.Ingesting;

/// <summary>What a run of <c>assay ingest</c> did: the object behind <c>assay.ingest/1</c>.</summary>
internal sealed class IngestResult
{
    public int Read { get; set; }

    public int Skipped { get; set; }

    public int Failed { get; set; }

    public long Records { get; set; }

    public long Rejected { get; set; }

    public long Compressed { get; set; }

    public long Uncompressed { get; set; }

    public bool IsCut { get; set; }

    public IngestTotal Added { get; set; } = IngestTotal.Zero;

    public long Conversations { get; set; }

    public int Workloads { get; set; }

    public double Seconds { get; set; }

    public List<Diagnostic> Diagnostics { get; } = [];

    public ExitCode Exit => Read + Skipped == 0 ? ExitCode.NoResult
        : Failed > 0 || Rejected > 0 || IsCut || Diagnostics.Exists(each => each.Level == Level.Error)
            ? ExitCode.Partial
        : ExitCode.Done;
}
