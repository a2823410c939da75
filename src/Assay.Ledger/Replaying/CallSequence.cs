using System.Globalization;
using Assay.Calls;
using Assay.Usage;

namespace Assay.Ledgers.Replaying;

/// <summary>
/// The calls of a window in the order in which they were made (at equal instants by the digest of their source, then
/// by line), as often as they are asked for. DuckDB sorts them, on disk where they are many; a batch is in memory.
/// </summary>
public sealed class CallSequence
{
    private const string JoinLane = """
        join meter as m on m.meter_id = c.meter_id
        join replay_lane as l on l.lane = coalesce(c.inference_region, m.region)
        """;

    private const string OnlyCounted = """
        and not exists (
                from superseded as o where o.meter_id = c.meter_id and o.ts = date_trunc('hour', c.ts))
        """;

    private readonly Database database;
    private readonly Window window;
    private readonly bool isCounted;
    private readonly string sql;
    private readonly Dictionary<long, List<(int Node, int Group)>> unusedTools = [];
    private List<GroupSpread>? spreads;
    private ShapeBlocks? contents;

    internal CallSequence(Database database, Window window, bool isCounted)
    {
        (this.database, this.window, this.isCounted) = (database, window, isCounted);
        database.Execute(Resource.Text("Replaying/begin.sql"));
        Groups = database.Query(
            "select meter_id, workload_id from replay_group order by place",
            row => new CallGroup(row.GetInt32(0), row.IsDBNull(1) ? null : row.GetInt32(1)));
        Lanes = database.Query("select lane from replay_lane order by place", row => row.GetString(0));
        sql = Within("calls.sql")
            .Replace("$join_lane", Lanes.Count > 1 ? JoinLane : "", StringComparison.Ordinal)
            .Replace("$lane", Lanes.Count > 1 ? "l.place" : "0", StringComparison.Ordinal);
        Tree = ReadTree();
    }

    public IReadOnlyList<CallGroup> Groups { get; }

    /// <summary>Where calls were processed; where the log doesn't say, where they were sent.</summary>
    public IReadOnlyList<string> Lanes { get; }

    public ShapeTree Tree { get; }

    /// <summary>Hands every batch to <paramref name="take"/>; the batch is filled again after it returns.</summary>
    public void Read(Action<CallBatch> take)
    {
        var batch = new CallBatch();
        database.Stream(sql, (columns, rows) =>
        {
            Fill(batch, columns, rows);
            take(batch);
        });
    }

    /// <summary>What the calls of each group have in common, in the order of groups; asked for once.</summary>
    public IReadOnlyList<GroupSpread> Spreads() => spreads ??= database.Query(
        Within("spread.sql"),
        row => new GroupSpread(
            row.GetInt32(0), row.GetInt64(1), new OutputSpread(row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)),
            row.GetInt64(5), row.GetInt64(6), row.GetInt64(7) is >= 0 and var asked ? asked : null, row.GetInt64(8),
            row.GetInt64(9), row.GetBoolean(10)));

    /// <summary>What is known of each workload's calls, by its id.</summary>
    public IReadOnlyDictionary<int, WorkloadFacts> Facts() => database.Query(
        Within("facts.sql"),
        row => (Id: row.GetInt32(0), Facts: new WorkloadFacts
        {
            Calls = row.GetInt64(1),
            Failed = row.GetInt64(2),
            Conversations = row.GetInt64(3),
            Operation = row.GetString(4),
            MedianPrompt = row.GetInt64(5),
            Output = new OutputSpread(row.GetInt64(6), row.GetInt64(7), row.GetInt64(8)),
            MostOutput = row.GetInt64(9),
            WithoutMaximum = row.GetInt64(10),
            MedianMaximum = row.Long(11),
            Stopped = row.GetInt64(12),
            Answers = row.GetInt64(13),
            DistinctAnswers = row.GetInt64(14),
            OffersTools = row.GetBoolean(15),
            WithCachePoints = row.GetInt64(16),
            ReadImplicitly = row.GetInt64(17),
            Regions = row.GetInt64(18),
            FollowUps = row.GetInt64(19),
            AfterFiveMinutes = row.GetInt64(20),
            AfterAnHour = row.GetInt64(21),
            UsesTools = row.GetInt64(22),
            Streamed = row.GetInt64(23),
        })).ToDictionary(each => each.Id, each => each.Facts);

    /// <summary>When the calls of each workload came.</summary>
    public IReadOnlyDictionary<int, ArrivalTotal> Arrivals() =>
        ArrivalTotal.Sum(database.Query(Within("arrivals_of_calls.sql"), ArrivalRow.Read))
            .ToDictionary(each => each.Of);

    /// <summary>Tools that a group's workload sends and never uses, as nodes that define them.</summary>
    /// <param name="least">Calls of a workload below which nothing is made of what it did not use.</param>
    public IReadOnlyList<(int Node, int Group)> UnusedTools(long least)
    {
        if (!unusedTools.TryGetValue(least, out var unused))
        {
            unusedTools[least] = unused = database.Query(
                Within("unused_tools.sql").Replace(
                    "$least", least.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
                row => (row.GetInt32(0), row.GetInt32(1)));
        }

        return unused;
    }

    /// <summary>What the tree's blocks hold; asked for once.</summary>
    public ShapeBlocks Blocks() => contents ??= ReadBlocks();

    private ShapeBlocks ReadBlocks()
    {
        var (blocks, at) = (new ShapeBlocks(Tree.Count), 0);
        database.Stream(
            "select content, template, bytes from replay_node join shape_node using (node_id) order by place",
            (columns, rows) =>
            {
                columns.Copy(0, rows, blocks.Content.AsSpan(at, rows));
                columns.Copy(1, rows, blocks.Template.AsSpan(at, rows));
                columns.Copy(2, rows, blocks.Bytes.AsSpan(at, rows));
                at += rows;
            });
        return blocks;
    }

    /// <summary>
    /// How many contents these nodes have, and how many templates: contents with digits and ids masked.
    /// </summary>
    public (long Contents, long Templates) Variants(IReadOnlyList<int> nodes) => database.Query(
        "select count(distinct content), count(distinct template) from shape_node join replay_node using (node_id) "
        + $"where place in ({string.Join(',', nodes)})",
        row => (row.GetInt64(0), row.GetInt64(1)))[0];

    private string Within(string name) => Resource.Text("Replaying/" + name)
        .Replace("$from", Micros(window.From), StringComparison.Ordinal)
        .Replace("$to", Micros(window.To), StringComparison.Ordinal)
        .Replace("$only_counted", isCounted ? OnlyCounted : "", StringComparison.Ordinal);

    private static void Fill(CallBatch batch, ChunkColumns columns, int rows)
    {
        batch.Count = rows;
        columns.Copy(0, rows, batch.Time);
        columns.Copy(1, rows, batch.Group);
        columns.Copy(2, rows, batch.Lane);
        columns.Copy(3, rows, batch.Leaf);
        columns.Copy(4, rows, batch.LeafBlocks);
        columns.Copy(5, rows, batch.Input);
        columns.Copy(6, rows, batch.Output);
        columns.Copy(7, rows, batch.CacheRead);
        columns.Copy(8, rows, batch.CacheWrite5m);
        columns.Copy(9, rows, batch.CacheWrite1h);
        columns.Copy(10, rows, batch.CacheWrite30m);
        columns.Copy(11, rows, batch.CacheWriteUnknownTtl);
    }

    private ShapeTree ReadTree()
    {
        var tree = new ShapeTree(database.Query(
            "select cast(count(*) as integer) from replay_node", row => row.GetInt32(0))[0]);
        var (at, role, block) = (0, new int[Chunks.MostRows], new int[Chunks.MostRows]);
        var isResult = new int[Chunks.MostRows];
        var (parent, depth, tokens) = (new int[Chunks.MostRows], new int[Chunks.MostRows], new long[Chunks.MostRows]);
        database.Stream(Resource.Text("Replaying/nodes.sql"), (columns, rows) =>
        {
            columns.Copy(0, rows, parent);
            columns.Copy(1, rows, depth);
            columns.Copy(2, rows, role);
            columns.Copy(3, rows, block);
            columns.Copy(4, rows, tokens);
            columns.Copy(5, rows, isResult);
            for (var i = 0; i < rows; i++, at++)
            {
                (tree.Parent[at], tree.Depth[at], tree.Role[at]) = (parent[i], depth[i], (BlockRole)role[i]);
                (tree.BlockTokens[at], tree.Tokens[at]) = (block[i], tokens[i]);
                tree.IsToolResult[at] = isResult[i] == 1;
            }
        });
        return tree;
    }

    private static string Micros(DateTimeOffset time) =>
        ((time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond)
        .ToString(CultureInfo.InvariantCulture);
}
