using System.Threading.Channels;
using Assay.Aws.Transport;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Reading;

/// <summary>One account in one Region: whom a reader asks, and whom it tells what it learnt.</summary>
internal sealed class Place(string account, string region, ITransport transport, ChannelWriter<Fact> facts)
{
    public string Account => account;

    public string Region => region;

    public ApiCall Call(AllowedOperation operation) => new(account, region, operation);

    public Task<ApiReply> AskAsync(ApiCall call, CancellationToken cancellationToken) =>
        transport.SendAsync(call, cancellationToken);

    public ValueTask TellAsync(Fact fact, CancellationToken cancellationToken) =>
        facts.WriteAsync(fact, cancellationToken);

    /// <summary>Says that a source was read whole.</summary>
    public ValueTask WholeAsync(string source, CancellationToken cancellationToken) =>
        TellAsync(
            new Fact.Read(new Coverage(source, account, region, ReadStatus.Complete, Reason: null)), cancellationToken);

    /// <summary>Says that a source was not read, or not whole, why, and what to do.</summary>
    public async ValueTask MissingAsync(Gap gap, CancellationToken cancellationToken)
    {
        var reason = gap.Error.Describe(gap.Operation);
        await TellAsync(
            new Fact.Read(new Coverage(gap.Source, account, region, gap.Status, reason)), cancellationToken);
        await NoteAsync(
            Level.Warning, gap.Operation.ToString(), reason, gap.Error.Remedy(gap.Operation), cancellationToken);
    }

    /// <summary>Says how far a list of the inventory was read.</summary>
    /// <param name="found">Items that came before any error.</param>
    public async Task CoverAsync(
        string source, AllowedOperation operation, int found, ApiError? error, CancellationToken cancellationToken)
    {
        if (error is null)
        {
            await WholeAsync(source, cancellationToken);
        }
        else if (error.Kind == ErrorKind.NotOffered && found == 0)
        {
            await NotOfferedAsync(source, operation, error, cancellationToken);
        }
        else
        {
            var status = found == 0 ? ReadStatus.Absent : ReadStatus.Partial;
            await MissingAsync(new Gap(source, status, operation, error), cancellationToken);
        }
    }

    /// <summary>Says that a Region does not offer a list: there is nothing in it, and nothing was missed.</summary>
    private async ValueTask NotOfferedAsync(
        string source, AllowedOperation operation, ApiError error, CancellationToken cancellationToken)
    {
        var reason = error.Describe(operation);
        await TellAsync(
            new Fact.Read(new Coverage(source, account, region, ReadStatus.Complete, reason)), cancellationToken);
        await NoteAsync(Level.Info, operation.ToString(), reason, error.Remedy(operation), cancellationToken);
    }

    public ValueTask NoteAsync(
        Level level, string where, string what, string remedy, CancellationToken cancellationToken) =>
        TellAsync(
            new Fact.Noted(new Diagnostic(level, $"{account} {region} {where}", what, remedy)), cancellationToken);
}
