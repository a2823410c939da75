using Assay.Calls;
using Assay.Diagnostics;
using Assay.Sources.Json;

namespace Assay.Sources;

/// <summary>One file being read: where its calls go, and what was wrong with it.</summary>
internal sealed class Reading(CallFile file, ICallSink sink, Action<Diagnostic> report)
{
    /// <summary>Faults of a file that are told one by one; the rest is a count.</summary>
    private const int MostTold = 20;

    private long rejected;
    private bool isCut;

    public CallFile File => file;

    public ICallSink Sink => sink;

    public long Records { get; set; }

    public void Reject(long line, RecordOutcome outcome)
    {
        isCut |= outcome == RecordOutcome.CutOff;
        Reject(
            line,
            outcome switch
            {
                RecordOutcome.CutOff => "the file ends in the middle of a record",
                RecordOutcome.TooLong => "the record is longer than 64 MiB",
                _ => "the line is no JSON, or nested too deep",
            });
    }

    public void Reject(long line, string what)
    {
        Records++;
        if (rejected++ < MostTold)
        {
            Report(line, what, "look at the line; the other records of the file are kept");
        }
    }

    public void Report(long line, string what, string remedy, Level level = Level.Warning) =>
        report(new Diagnostic(level, $"{file.Place}:{line}", what, remedy));

    public ReadResult End(TextWindow window, string digest, long compressed)
    {
        if (rejected > MostTold)
        {
            report(new Diagnostic(
                Level.Warning, file.Place, $"{rejected - MostTold} more records were rejected", "look at the file"));
        }

        if (window.IsDamaged)
        {
            report(new Diagnostic(
                Level.Warning, file.Place, "the file can't be inflated to its end: it is damaged or cut off",
                "copy it again and ingest it again; what came before is kept, and counts once"));
        }

        return new ReadResult(
            digest, compressed, window.Total, Records, rejected, !window.IsDamaged && !isCut);
    }
}
