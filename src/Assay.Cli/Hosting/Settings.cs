using Assay.Findings;
using Assay.Outputs;

namespace Assay.Cli.Hosting;

/// <summary>Where a report goes and what makes the process fail.</summary>
/// <param name="Format">The form on standard output; null prints none, because files were asked for.</param>
internal sealed record Settings(
    IReportOutput? Format,
    IReadOnlyList<(string Path, IReportOutput Output)> Files,
    OutputOptions Output,
    string? Ledger,
    Severity? FailOn,
    bool Quiet,
    Configuration Configuration);
