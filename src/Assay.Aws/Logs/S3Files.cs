using System.Globalization;
using System.Numerics;
using System.Threading.Channels;
using Assay.Calls;
using Assay.Usage;

namespace Assay.Aws.Logs;

/// <summary>
/// Objects as files of calls. Small ones are downloaded ahead of the parsers as far as the budget goes, whole; large
/// ones come in parts while they are parsed.
/// </summary>
internal sealed class S3Files(S3Reader s3, Window? window, Func<string, string, long, bool> isKnown)
{
    /// <summary>What lies in memory before a parser takes it, whatever the number and size of objects.</summary>
    private const int MostAhead = 8 << 20;

    /// <summary>What the smallest object counts for, so that tens of thousands are not asked for at once.</summary>
    private const int Least = 64 << 10;

    private readonly Budget budget = new(MostAhead);

    private readonly Run run = new();

    private string Hours => window is { } asked
        ? $" of {Hour(asked.From)} to {Hour(asked.To)} UTC"
        : "";

    private static string Hour(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public IEnumerable<CallFile> Under(S3Object prefix) =>
        Feed.Of(prefix.Place, ahead: 1024, files => FindAsync(prefix, files), s3.Stop);

    private async Task FindAsync(S3Object prefix, ChannelWriter<CallFile> files)
    {
        var found = false;
        await foreach (var item in new S3Listing(s3, window).UnderAsync(prefix))
        {
            found = true;
            if (run.IsHopeless)
            {
                throw new UnreadableException(
                    $"given up: {Run.Most} objects in a row could not be read", "see the first of them");
            }

            await files.WriteAsync(await FileAsync(item), s3.Stop);
        }

        if (!found)
        {
            throw new UnreadableException(
                $"there are no invocation logs under {prefix.Place}{Hours}",
                (window is null ? "" : "widen --since and --until; ")
                + $"check the prefix (`aws s3 ls {prefix.Place}`), and that invocation logging goes to this bucket");
        }
    }

    private async Task<CallFile> FileAsync(S3Object item)
    {
        if (item is { ETag: { } etag, Size: { } bytes } && isKnown(item.Place, etag, bytes))
        {
            return Versioned(item, () => Stream.Null) with { IsKnown = true };
        }

        if (item.Size is not { } size || size > S3Reader.Part)
        {
            return Versioned(item, () => S3Stream.OpenAsync(s3, item).GetAwaiter().GetResult());
        }

        var taken = (long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(size, Least));
        await budget.TakeAsync(taken, s3.Stop);
        return Versioned(item, new Prefetched(s3, item, budget, taken, run).Open);
    }

    private static CallFile Versioned(S3Object item, Func<Stream> open) =>
        new(item.Place, item.Size, open) { Version = item.ETag };
}
