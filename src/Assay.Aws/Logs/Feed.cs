using System.Threading.Channels;
using Assay.Calls;

namespace Assay.Aws.Logs;

/// <summary>
/// Files of calls that are found while others are parsed. What goes wrong with finding them is a file that can't be
/// read.
/// </summary>
internal static class Feed
{
    /// <param name="place">The source as a whole.</param>
    /// <param name="ahead">Files that may wait.</param>
    /// <param name="find">Finds them one after another; it is told to stop when nobody reads on.</param>
    public static IEnumerable<CallFile> Of(
        string place, int ahead, Func<ChannelWriter<CallFile>, Task> find, CancellationToken stop)
    {
        var files = Channel.CreateBounded<CallFile>(ahead);
        var finding = Task.Run(
            async () =>
            {
                try
                {
                    await find(files.Writer);
                }
                catch (UnreadableException e)
                {
                    await files.Writer.WriteAsync(Broken(place, e), stop);
                }
            },
            stop);
        _ = finding.ContinueWith(
            done => files.Writer.TryComplete(done.Exception?.InnerException), CancellationToken.None,
            TaskContinuationOptions.None, TaskScheduler.Default);
        while (files.Reader.WaitToReadAsync(stop).AsTask().GetAwaiter().GetResult())
        {
            while (files.Reader.TryRead(out var file))
            {
                yield return file;
            }
        }
    }

    private static CallFile Broken(string place, UnreadableException why) =>
        new(place, Length: null, () => throw new UnreadableException(why.Message, why.Remedy));
}
