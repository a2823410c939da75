using Assay.Analysis.Replay;
using Assay.Analysis.Simulation.Capacity;
using Assay.Findings;

namespace Assay.Analysis.Levers.ProvisionedThroughput;

/// <summary>
/// Single on-demand calls that a provisioned model of the same base had room for in their minute. A call fits whole or
/// not at all, the earlier before the later, and fits into one provisioned model only.
/// </summary>
internal sealed class CallRoom(AccountEvidence account)
{
    private readonly HashSet<long> moved = [];

    public IEnumerable<Proposal> Find(RowEvidence provisioned, ProvisionedFacts facts)
    {
        if (account.EachCall is not { } each || facts.Base is not { } model
            || RoomFinder.Beside(account, provisioned, model).Where(row => row.IsReplayed)
                .ToDictionary(row => row.Index, row => new RowRoom(row)) is not { Count: > 0 } rows)
        {
            return [];
        }

        var used = Used(each, [provisioned, .. facts.Others]);
        var seen = Math.Max(used.Values.DefaultIfEmpty().Max(), facts.Demand?.Peak ?? 0);
        var capacity = facts.Capacity ?? seen;
        Fit(each, rows, minute => capacity - used.GetValueOrDefault(minute));
        return rows.Values.Where(row => row.Moved.All > 0).OrderBy(row => row.Row.Index)
            .Select(row => Of(facts, row, capacity)).ToList();
    }

    /// <summary>What the provisioned model took of its capacity in each minute that it served.</summary>
    private Dictionary<long, decimal> Used(Action<Action<RowCall>> each, IReadOnlyList<RowEvidence> rows)
    {
        var used = new Dictionary<long, decimal>();
        foreach (var minute in rows.SelectMany(account.Minutes))
        {
            Add(
                minute.Began.ToUnixTimeSeconds() / 60,
                new(minute.Input, minute.Output, minute.CacheRead, minute.CacheWrite));
        }

        var ids = rows.Select(row => row.Index).ToHashSet();
        each(call =>
        {
            if (ids.Contains(call.Row))
            {
                Add(call.Minute, call.Tokens);
            }
        });
        return used;

        void Add(long minute, WindowTokens tokens) =>
            used[minute] = used.GetValueOrDefault(minute) + tokens.Provisioned;
    }

    /// <summary>Takes calls in the order in which they came, as long as their minute has room.</summary>
    private void Fit(
        Action<Action<RowCall>> each, Dictionary<int, RowRoom> rows, Func<long, decimal> roomOf)
    {
        var (number, minute, room) = (-1L, -1L, 0m);
        each(call =>
        {
            number++;
            // A call that failed took nothing.
            if (call.Tokens.All == 0 || !rows.TryGetValue(call.Row, out var row))
            {
                return;
            }

            if (call.Minute != minute)
            {
                (minute, room) = (call.Minute, roomOf(call.Minute));
            }

            var fits = call.Tokens.Provisioned <= room && moved.Add(number);
            room -= fits ? call.Tokens.Provisioned : 0;
            row.Add(call.Tokens, fits);
        });
    }

    private Proposal Of(ProvisionedFacts facts, RowRoom room, decimal capacity)
    {
        var row = room.Row;
        return new(
            "provisioned-throughput", ProvisionedThroughputLever.Room, row.Index,
            new Subject(row.Row.Account, row.Row.Region, row.Row.ModelId, Resource: facts.Model.Arn),
            (plan, _) => plan.Each(room.Left),
            facts.Capacity is null ? Evidence.Bounded : Evidence.Measured,
            ProvisionedWords.CallRoom(account, facts, room, capacity));
    }
}
