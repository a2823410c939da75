using Assay.Calls;
using Assay.Usage;

namespace Assay.Aws.Logs;

/// <summary>
/// Finds the objects that may hold records. With a window the bucket is walked folder by folder, and the folders of
/// years, months, days and hours outside of it are never listed; what lies wholly inside is listed flat.
/// </summary>
internal sealed class S3Listing(S3Reader s3, Window? window)
{
    public async IAsyncEnumerable<S3Object> UnderAsync(S3Object prefix)
    {
        var isFlat = IsInside(prefix.Key);
        for (string? token = null; ;)
        {
            var page = await s3.ListAsync(prefix, isFlat, token);
            foreach (var found in page.Objects.Where(found => IsWanted(found, prefix)))
            {
                yield return found;
            }

            foreach (var folder in page.Folders.Where(MayHold))
            {
                await foreach (var found in UnderAsync(prefix with { Key = folder }))
                {
                    yield return found;
                }
            }

            if (string.IsNullOrEmpty(page.Next))
            {
                yield break;
            }

            token = page.Next == token
                ? throw new UnreadableException("a page of the bucket's list names itself as the next", "ingest again")
                : page.Next;
        }
    }

    /// <summary>No hour below the prefix is outside of the window.</summary>
    private bool IsInside(string prefix) =>
        window is not { } asked
        || (LogPath.HoursOf(prefix) is { } hours && asked.From <= hours.From && hours.To <= asked.To);

    private bool IsWanted(S3Object found, S3Object prefix) =>
        !found.Key.EndsWith('/') && !LogPath.IsOutside(found.Key, window)
        && (found.Key == prefix.Key ? CallFile.IsRecords(found.Place) : LogPath.MayHoldRecords(found.Place));

    /// <summary>Bodies beside the records of an hour are not listed: there may be two for each record.</summary>
    private bool MayHold(string folder) =>
        !LogPath.IsOutside(folder, window)
        && !(folder.EndsWith("/data/", StringComparison.Ordinal) && LogPath.HoursOf(folder) is not null);
}
