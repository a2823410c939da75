using System.Globalization;
using Assay.Ledgers;
using Assay.Ledgers.Replaying;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Replaying;

/// <summary>Calls are asked for slice by slice: what comes out is the same, and what is held is a slice.</summary>
public sealed class CallSliceTests
{
    private static readonly Window Days = new(Some.At("2026-11-02T09:30Z"), Some.At("2026-11-05T16:00Z"));

    [Theory]
    [InlineData(60, false)]
    [InlineData(60, true)]
    [InlineData(900, true)]
    public void Slices_tell_what_the_whole_tells(int mostInSlice, bool isCounted)
    {
        using var database = new Database(":memory:");
        Fill(database, 4_000, "ts + interval (hash(i) % 5) minutes");
        if (isCounted)
        {
            database.Execute("insert into superseded values (0, timestamp '2026-11-03 04:00:00')");
        }

        var whole = Told(new CallSequence(database, Days, isCounted, int.MaxValue));
        Assert.Equal(whole, Told(new CallSequence(database, Days, isCounted, mostInSlice)));
        Assert.InRange(whole.Count, 3_000, 4_000);
    }

    /// <summary>Sums over slices, counted numbers and conversations of an hour against DuckDB's aggregates.</summary>
    [Theory, InlineData(90), InlineData(int.MaxValue)]
    public void Facts_are_what_a_query_over_all_calls_counts(int mostInSlice)
    {
        using var database = new Database(":memory:");
        Fill(database, 4_000, "ts");
        var calls = new CallSequence(database, Days, isCounted: false, mostInSlice);
        var judged = database.Within(Judge, Days, row => string.Join(' ', Enumerable.Range(0, row.FieldCount)
            .Select(i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture))));
        Assert.Equal(
            judged,
            calls.Facts().Select(each => string.Join(
                ' ', each.Key, each.Value.Calls, each.Value.Failed, each.Value.Conversations, each.Value.Operation,
                each.Value.MedianPrompt, each.Value.Output.P50, each.Value.Output.P95, each.Value.Output.P99,
                each.Value.MostOutput, each.Value.WithoutMaximum, each.Value.MedianMaximum, each.Value.Stopped,
                each.Value.Answers, each.Value.DistinctAnswers, each.Value.FollowUps, each.Value.AfterFiveMinutes,
                each.Value.AfterAnHour)));
        Assert.Equal(3, judged.Count);
    }

    /// <summary>
    /// Without room on the disk a sort of all calls does not fit into this memory; slices do. It fails where a query
    /// holds the ledger.
    /// </summary>
    [Fact]
    public void Reading_holds_a_slice_and_not_the_ledger()
    {
        const int count = 300_000;
        using var folder = new Folder();
        using var database = new Database(Path.Combine(folder.Path, "ledger"));
        Fill(database, count, "ts");
        database.Execute("checkpoint; set threads = 1; set max_temp_directory_size = '0KB'; set memory_limit = '48MB'");
        var calls = new CallSequence(database, new(Days.From.AddDays(-1), Days.To.AddDays(9)), isCounted: false);
        var read = 0L;
        calls.Read(batch => read += batch.Count);
        Assert.Equal((count, 3), (read, calls.Facts().Count));
        Assert.Equal(count, calls.Spreads().Sum(each => each.Calls));
        Assert.ThrowsAny<Exception>(
            () => new CallSequence(database, Days, isCounted: false, int.MaxValue).Read(_ => { }));
    }

    private static List<string> Told(CallSequence calls)
    {
        var told = new List<string>();
        calls.Read(batch =>
        {
            for (var i = 0; i < batch.Count; i++)
            {
                told.Add(string.Join(
                    ' ', batch.Time[i], batch.Group[i], batch.Lane[i], batch.Leaf[i], batch.Input[i], batch.Output[i]));
            }
        });
        told.AddRange(calls.Spreads().Select(each => $"{each}"));
        told.AddRange(calls.Facts().Select(each => $"{each.Key} {each.Value}"));
        told.AddRange(calls.Arrivals().Select(each =>
            $"{each.Key} {string.Join(' ', each.Value.ByHour)} {each.Value.Quiet} {each.Value.Days}"));
        told.AddRange(calls.UnusedTools(1).Select(each => $"{each}").Order(StringComparer.Ordinal));
        return told;
    }

    /// <summary>Calls of three workloads, many at one instant, in no order of time.</summary>
    /// <param name="time">SQL of when a call came, of <c>ts</c> and <c>i</c>.</param>
    private static void Fill(Database database, int count, string time)
    {
        Migrations.Apply(database, "tests");
        database.Execute($$"""
            insert into meter by name
            select cast(m as integer) as meter_id, '1' as account, 'us-east-' || m as region, 'runtime' as endpoint,
                'm' as model_id, 'calls' as source
            from range(2) as t(m);
            insert into ingested_file
            select cast(f as integer), md5(cast(f as varchar)), 'place', 1, 1, 1, 1, 0, 0, true, timestamp '2026-11-06'
            from range(3) as t(f);
            insert into shape_node by name
            select hash(n) // 2 as node_id, case when n > 0 then hash(n - 1) // 2 end as parent_id,
                cast(n as integer) as depth, if(n < 3, 'tools', 'user') as role, if(n < 3, 'tool', 'text') as kind,
                10 as bytes, 10 * n as bytes_upto, n as content, n as template, 'tool' || n as tool_name, 1 as count
            from range(40) as t(n);
            insert into call by name
            select i as call_no, uuid() as call_id, cast(i % 3 as integer) as file_id, i as line, {{time}} as ts,
                cast(hash(i) % 2 as integer) as meter_id,
                case hash(i + 1) % 3 when 0 then 'us-west-2' when 1 then 'us-east-1' end as inference_region,
                if(hash(i + 2) % 3 = 0, 'Converse', 'ConverseStream') as operation, hash(i + 3) % 900 as input,
                if(hash(i + 4) % 50 = 0, null, hash(i + 4) % 300) as output, hash(i + 5) % 90 as cache_read,
                if(hash(i + 6) % 4 = 0, null, 100 * (hash(i + 6) % 7)) as max_tokens,
                if(hash(i + 7) % 9 = 0, 'max_tokens', 'end_turn') as stop,
                if(hash(i + 8) % 20 = 0, 'ThrottlingException', null) as error,
                '["tool0","tool1"]' as tools_offered, if(hash(i + 9) % 2 = 0, '["tool0"]', null) as tools_used,
                if(hash(i + 10) % 10 = 0, null, hash(hash(i + 10) % 40) // 2) as leaf,
                if(hash(i + 11) % 3 = 0, null, cast(hash(i + 11) % 1000 as bigint)) as answer
            from (
                select i, timestamp '2026-11-02 08:00:00'
                    + interval (i * 7919 % {{count}} // 4) seconds * 80 * 4000 / {{count}} as ts
                from range({{count}}) as t(i)
            );
            insert into call_group
            select call_no, if(hash(call_no + 12) % 8 = 0, null, 1 + hash(call_no + 13) % 400),
                cast(hash(call_no + 14) % 3 as integer)
            from call;
            """);
    }

    private const string Judge = """
        with used as (
            select *, coalesce(input, 0) + coalesce(cache_read, 0) as prompt, epoch_us(ts) as us
            from call
            join call_group using (call_no)
            where ts >= $window_from and ts < $window_to
        ),
        followed as (
            select workload_id, us - lag(us) over (partition by workload_id, conversation order by us, call_no) as gap
            from used
            where conversation is not null
        ),
        gaps as (
            select workload_id, count(gap) as follow_ups, count(*) filter (where gap > 300000000) as five,
                count(*) filter (where gap > 3600000000) as hour
            from followed
            group by workload_id
        )
        select workload_id, count(*), count(error), count(distinct conversation), mode(operation),
            quantile_disc(prompt, 0.5), quantile_disc(output, 0.5), quantile_disc(output, 0.95),
            quantile_disc(output, 0.99), max(output), count(*) filter (where max_tokens is null),
            quantile_disc(max_tokens, 0.5), count(*) filter (where stop = 'max_tokens'), count(answer),
            count(distinct answer), any_value(follow_ups), any_value(five), any_value(hour)
        from used
        join gaps using (workload_id)
        group by workload_id
        order by workload_id
        """;
}
