using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Usage;

namespace Assay.Cli.Running;

/// <summary>A ledger that a scan or an ingest has written, opened to be reported.</summary>
internal static class LedgerFile
{
    /// <exception cref="AssayException">The file is not there.</exception>
    public static void MustExist(string path)
    {
        if (!File.Exists(path))
        {
            throw new AssayException(
                ExitCode.NoResult,
                $"{path} does not exist",
                $"make it: assay scan --ledger {path}, or assay ingest PATH --ledger {path}");
        }
    }

    /// <exception cref="AssayException">The file is not there, or holds no reading.</exception>
    public static (Ledger Ledger, Window Span) Open(string path)
    {
        MustExist(path);
        var ledger = Ledger.Open(path, ScanRun.CreatedBy);
        if (ledger.Span is { } span)
        {
            return (ledger, span);
        }

        ledger.Dispose();
        throw new AssayException(
            ExitCode.NoResult,
            $"{path} holds nothing that was counted",
            $"fill it: assay scan --ledger {path}, or assay ingest PATH --ledger {path}");
    }
}
