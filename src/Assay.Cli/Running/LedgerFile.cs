using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Usage;

namespace Assay.Cli.Running;

/// <summary>A ledger that a scan has written, opened to be reported.</summary>
internal static class LedgerFile
{
    /// <exception cref="AssayException">The file is not there, or holds no reading.</exception>
    public static (Ledger Ledger, Window Span) Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new AssayException(
                ExitCode.NoResult,
                $"{path} does not exist",
                "make it: assay scan --ledger " + path);
        }

        var ledger = Ledger.Open(path, ScanRun.CreatedBy);
        if (ledger.Span is { } span)
        {
            return (ledger, span);
        }

        ledger.Dispose();
        throw new AssayException(
            ExitCode.NoResult,
            $"{path} holds no reading",
            "fill it: assay scan --ledger " + path);
    }
}
