namespace Assay.Ledgers.Replaying;

/// <summary>
/// How calls follow those of their conversation, workload by workload, in the order of time. When a conversation was
/// last heard of is known for an hour: what follows later than that is what is left.
/// </summary>
internal sealed class FollowUps
{
    private const long FiveMinutes = 300_000_000;
    private const long Hour = 3_600_000_000;

    private readonly ConversationSet all = new();
    private readonly RecentTimes<(int Workload, long Conversation)> live = new(Hour, 1 << 12);
    private readonly Dictionary<int, (long Calls, long WithinFive, long WithinHour)> counts = [];

    /// <summary>Conversations of a workload, and calls of it: all that follow another, after five minutes, after an
    /// hour.</summary>
    public (long Conversations, long Calls, long AfterFive, long AfterHour) Of(int workload)
    {
        var (conversations, count) = (all.CountOf(workload), counts.GetValueOrDefault(workload));
        var followed = count.Calls - conversations;
        return (conversations, followed, followed - count.WithinFive, followed - count.WithinHour);
    }

    /// <param name="time">Microseconds; no earlier than that of the call before.</param>
    public void Add(int workload, long conversation, long time)
    {
        all.Add(workload, conversation);
        var (key, count) = ((workload, conversation), counts.GetValueOrDefault(workload));
        var gap = live.Last(key) is { } last ? time - last : long.MaxValue;
        counts[workload] = (
            count.Calls + 1, count.WithinFive + (gap <= FiveMinutes ? 1 : 0), count.WithinHour + (gap <= Hour ? 1 : 0));
        live.Meet(key, time);
    }
}
