using System.Runtime.InteropServices;

namespace Assay.Ledgers.Replaying;

/// <summary>
/// Which conversations each workload had. A conversation's number is its place in time, so a bit tells one of them, and
/// the bits lie together.
/// </summary>
internal sealed class ConversationSet
{
    private const int InPage = 4096;

    private readonly Dictionary<(int Workload, long Page), long[]> pages = [];
    private readonly Dictionary<int, long> counts = [];

    public long CountOf(int workload) => counts.GetValueOrDefault(workload);

    /// <returns>True where it was not known.</returns>
    public bool Add(int workload, long conversation)
    {
        ref var page = ref CollectionsMarshal.GetValueRefOrAddDefault(
            pages, (workload, conversation / InPage), out _);
        page ??= new long[InPage / 64];
        ref var bits = ref page[conversation % InPage / 64];
        var bit = 1L << (int)(conversation % 64);
        if ((bits & bit) != 0)
        {
            return false;
        }

        bits |= bit;
        CollectionsMarshal.GetValueRefOrAddDefault(counts, workload, out _)++;
        return true;
    }
}
