using DuckDB.NET.Data;

namespace Assay.Ledgers.Replaying;

/// <summary>
/// What counting tells of the calls of a window, in one pass over its slices. Held meanwhile: how often each size of
/// prompts, answers and maxima occurs, a bit for each conversation, and the conversations of the last hour.
/// </summary>
internal sealed class CallCounts
{
    private const string Streamed = """
        select
            group_place, coalesce(workload_id, -1), coalesce(conversation, cast(-1 as bigint)), epoch_us(ts), prompt,
            output, max_tokens
        from counted_call
        order by ts
        """;

    private readonly Database database;
    private readonly IReadOnlyList<CallGroup> groups;
    private readonly NumberCounts[] prompts;
    private readonly NumberCounts[] outputs;
    private readonly NumberCounts[] maxima;
    private readonly FollowUps followUps = new();
    private readonly ILookup<int, Sum> sums;

    /// <param name="slices">SQL that makes <c>counted_call</c> of a slice, for each of them.</param>
    public CallCounts(Database database, IReadOnlyList<CallGroup> groups, IEnumerable<string> slices)
    {
        (this.database, this.groups) = (database, groups);
        (prompts, outputs, maxima) = (Empty(), Empty(), Empty());
        database.Execute(Resource.Text("Replaying/counted_begin.sql"));
        var batch = new Batch(this);
        foreach (var slice in slices)
        {
            database.Execute(slice);
            database.Stream(Streamed, batch.Take);
            database.Execute("drop table counted_call");
        }

        sums = database.Query(Resource.Text("Replaying/counted_sums.sql"), Sum.Read).ToLookup(each => each.Group);
    }

    /// <summary>By group, those that have calls.</summary>
    public IReadOnlyList<GroupSpread> Spreads() =>
    [
        .. Enumerable.Range(0, groups.Count).Where(sums.Contains).Select(group =>
        {
            var (calls, sizes) = (sums[group].Sum(each => each.Calls), outputs[group]);
            return new GroupSpread(
                group, calls, Spread(sizes), sizes.Most, calls - maxima[group].Count, Median(maxima[group]),
                sums[group].Sum(each => each.Stopped), prompts[group].Most,
                sums[group].Any(each => each.OfferTools > 0));
        }),
    ];

    /// <summary>By workload, those that have calls.</summary>
    public IReadOnlyDictionary<int, WorkloadFacts> Facts()
    {
        var answers = database.Query(
            "select workload_id, count(distinct answer) from counted_answer group by workload_id",
            row => (row.GetInt32(0), row.GetInt64(1))).ToDictionary();
        return groups.Index()
            .Where(each => each.Item.Workload is not null && sums.Contains(each.Index))
            .GroupBy(each => each.Item.Workload!.Value, each => each.Index)
            .OrderBy(each => each.Key)
            .ToDictionary(each => each.Key, each => Facts(each.Key, [.. each], answers.GetValueOrDefault(each.Key)));
    }

    /// <summary>When the calls of each workload came.</summary>
    public IReadOnlyDictionary<int, ArrivalTotal> Arrivals() =>
        ArrivalTotal.Sum(database.Query(Resource.Text("Replaying/arrivals_of_calls.sql"), ArrivalRow.Read))
            .ToDictionary(each => each.Of);

    private WorkloadFacts Facts(int workload, int[] of, long distinctAnswers)
    {
        List<Sum> rows = [.. of.SelectMany(group => sums[group])];
        var (calls, follow) = (rows.Sum(each => each.Calls), followUps.Of(workload));
        var (sizes, asked) = (Merged(outputs, of), Merged(maxima, of));
        return new WorkloadFacts
        {
            Calls = calls,
            Failed = rows.Sum(each => each.Failed),
            Conversations = follow.Conversations,
            Operation = Most(rows),
            MedianPrompt = Merged(prompts, of).Quantiles(50)[0],
            Output = Spread(sizes),
            MostOutput = sizes.Most,
            WithoutMaximum = calls - asked.Count,
            MedianMaximum = Median(asked),
            Stopped = rows.Sum(each => each.Stopped),
            Answers = rows.Sum(each => each.Answers),
            DistinctAnswers = distinctAnswers,
            OffersTools = rows.Exists(each => each.OfferTools > 0),
            UsesTools = rows.Sum(each => each.UseTools),
            WithCachePoints = rows.Sum(each => each.Pointed),
            ReadImplicitly = rows.Sum(each => each.Implicit),
            Streamed = rows.Where(each => each.IsStreamed).Sum(each => each.Calls),
            Regions = rows.Select(each => each.Region).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            FollowUps = follow.Calls,
            AfterFiveMinutes = follow.AfterFive,
            AfterAnHour = follow.AfterHour,
        };
    }

    /// <summary>Of operations that are as frequent, the one that was met first.</summary>
    private static string Most(List<Sum> rows) => rows
        .GroupBy(each => each.Operation, StringComparer.Ordinal)
        .OrderByDescending(each => each.Sum(row => row.Calls))
        .ThenBy(each => each.Min(row => row.First))
        .First().Key;

    private static OutputSpread Spread(NumberCounts sizes) =>
        sizes.Quantiles(50, 95, 99) is [var p50, var p95, var p99] ? new(p50, p95, p99) : new(0, 0, 0);

    private static long? Median(NumberCounts numbers) => numbers.Count == 0 ? null : numbers.Quantiles(50)[0];

    private static NumberCounts Merged(NumberCounts[] all, int[] of)
    {
        if (of is [var only])
        {
            return all[only];
        }

        var merged = new NumberCounts();
        foreach (var group in of)
        {
            merged.Add(all[group]);
        }

        return merged;
    }

    private NumberCounts[] Empty() => [.. groups.Select(_ => new NumberCounts())];

    /// <summary>Sums of the calls of a group that are of one operation and inference Region.</summary>
    private sealed record Sum(
        int Group, string Operation, string? Region, long First, long Calls, long Failed, long Stopped, long Answers,
        long OfferTools, long UseTools, long Pointed, long Implicit)
    {
        public bool IsStreamed => Operation is "ConverseStream" or "InvokeModelWithResponseStream";

        public static Sum Read(DuckDBDataReader row) => new(
            row.GetInt32(0), row.GetString(1), row.Text(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5),
            row.GetInt64(6), row.GetInt64(7), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10), row.GetInt64(11));
    }

    /// <summary>Calls as they come out of a slice.</summary>
    private sealed class Batch(CallCounts counts)
    {
        private readonly int[] group = new int[Chunks.MostRows];
        private readonly int[] workload = new int[Chunks.MostRows];
        private readonly long[] conversation = new long[Chunks.MostRows];
        private readonly long[] time = new long[Chunks.MostRows];
        private readonly long[] prompt = new long[Chunks.MostRows];
        private readonly long[] output = new long[Chunks.MostRows];
        private readonly long[] maximum = new long[Chunks.MostRows];

        public void Take(ChunkColumns columns, int rows)
        {
            columns.Copy(0, rows, group);
            columns.Copy(1, rows, workload);
            columns.Copy(2, rows, conversation);
            columns.Copy(3, rows, time);
            columns.Copy(4, rows, prompt);
            columns.Copy(5, rows, output);
            columns.Copy(6, rows, maximum);
            for (var i = 0; i < rows; i++)
            {
                Add(i);
            }
        }

        private void Add(int i)
        {
            counts.prompts[group[i]].Add(prompt[i]);
            if (output[i] >= 0)
            {
                counts.outputs[group[i]].Add(output[i]);
            }

            if (maximum[i] >= 0)
            {
                counts.maxima[group[i]].Add(maximum[i]);
            }

            if (workload[i] >= 0 && conversation[i] >= 0)
            {
                counts.followUps.Add(workload[i], conversation[i], time[i]);
            }
        }
    }
}
