using System.Diagnostics;
using System.Threading.Channels;
using Assay.Analysis.Pricing;
using Assay.Analysis.Workloads;
using Assay.Calls;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Pricing;
using Assay.Sources;
using Assay.Sources.Shapes;
using AnalysisOwners = Assay.Analysis.Owners.OwnerRules;

namespace Assay.Cli.Ingesting;

/// <summary>
/// Files → parsers, one file each → batches → the one writer → the ledger; then what follows from calls, and prices.
/// The ledger is committed at ends of files only, so a run that is cut off has read some files and not others.
/// </summary>
internal sealed class IngestRun(IngestRequest request, HashKey key, AnalysisOwners owners)
{
    private const int BatchesInFlight = 8;

    private readonly IngestResult result = new();
    private readonly Dictionary<int, OpenFile> open = [];

    /// <param name="fault">Called at every step of a commit; a test throws there.</param>
    public async Task<IngestResult> RunAsync(PriceBook book, Action<string>? fault, CancellationToken cancel)
    {
        using var ledger = Ledger.Open(request.Ledger, ScanRun.CreatedBy);
        return await RunAsync(ledger, book, fault, cancel);
    }

    /// <summary>The same into a ledger that is open already.</summary>
    public async Task<IngestResult> RunAsync(
        Ledger ledger, PriceBook book, Action<string>? fault, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        using (var writer = ledger.WriteCalls(key.Check, fault))
        {
            await FillAsync(writer, cancel);
        }

        var workloads = new WorkloadFinder(ledger, book, owners);
        workloads.RunIfNeeded();
        if (ledger.Span is { } span)
        {
            new LedgerPricing(ledger, book, owners).Run(span);
        }

        (result.Conversations, result.Workloads) = (ledger.Conversations, ledger.WorkloadCount);
        result.Seconds = clock.Elapsed.TotalSeconds;
        return result;
    }

    private async Task FillAsync(CallWriter writer, CancellationToken cancel)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var batches = Channel.CreateBounded<Batch>(new BoundedChannelOptions(BatchesInFlight) { SingleReader = true });
        var known = writer.Digests();
        var remote = request.Remote?.Invoke(writer.Objects().Holds);
        using var files = new FileQueue(remote is null ? request.Files : request.Files.Concat(remote));
        var most = remote is null && request.Files.TryGetNonEnumeratedCount(out var count) ? count : request.Parsers;
        var parsers = Enumerable.Range(0, Math.Max(1, Math.Min(request.Parsers, most)))
            .Select(_ => Task.Factory.StartNew(
                () => Parse(files, batches.Writer, known, stopping.Token),
                stopping.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        var ending = Task.WhenAll(parsers).ContinueWith(
            done => batches.Writer.TryComplete(done.Exception?.InnerException), TaskScheduler.Default);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancel))
            {
                Take(batch, writer);
            }

            result.Added += writer.Commit();
        }
        finally
        {
            // Parsers that wait for room go on and see that they are to stop.
            await stopping.CancelAsync();
            batches.Writer.TryComplete();
            await ending;
        }
    }

    private void Take(Batch batch, CallWriter writer)
    {
        if (!open.TryGetValue(batch.File, out var file))
        {
            open[batch.File] = file = new OpenFile(writer);
        }

        result.Diagnostics.AddRange(batch.Diagnostics);
        var (number, source, read, failure, remedy) =
            (batch.File, batch.Source, batch.Result, batch.Failure, batch.Remedy);
        var place = source.Place;
        file.Take(batch);
        if (failure is not null)
        {
            file.Forget();
            result.Failed++;
            result.Diagnostics.Add(new Diagnostic(Level.Error, place, failure, remedy!));
        }
        else if (read is { IsKnown: true })
        {
            result.Skipped++;
            if (source is { IsKnown: false, Version: { } version })
            {
                writer.Know(place, version, read.Compressed);
            }
        }
        else if (read is not null)
        {
            End(file, source, read);
        }

        if (read is not null || failure is not null)
        {
            open.Remove(number);
            if (writer.Waiting >= request.CommitFrom && !writer.IsInFile)
            {
                result.Added += writer.Commit();
            }
        }
    }

    private void End(OpenFile file, CallFile source, ReadResult read)
    {
        result.Read++;
        result.Records += read.Records;
        result.Rejected += read.Rejected;
        result.Compressed += read.Compressed;
        result.Uncompressed += read.Uncompressed;
        result.IsCut |= !read.IsWhole;
        file.End(new Ingested(
            read.Digest, source.Place, read.Compressed, read.Uncompressed, read.Records, read.Rejected, read.IsWhole,
            TimeProvider.System.GetUtcNow())
        { Version = source.Version });
    }

    private void Parse(
        FileQueue files, ChannelWriter<Batch> batches, IReadOnlySet<string> known, CancellationToken stop)
    {
        using var reader = new CallReader(
            key, new ReaderOptions(request.KeepSessions, request.Bodies, request.IsStrict, request.Format));
        while (files.Take(out var number) is { } file)
        {
            stop.ThrowIfCancellationRequested();
            var sink = new BatchSink(batches, number, file);
            try
            {
                sink.End(file.IsKnown
                    ? ReadResult.Known
                    : reader.Read(file, sink, known.Contains, sink.Report, stop));
            }
            catch (UnreadableException e)
            {
                sink.Fail(e.Message, e.Remedy);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                sink.Fail(
                    e is UnauthorizedAccessException ? "the file may not be read" : "the file can't be read",
                    "make it readable and ingest it again");
            }
        }
    }
}
