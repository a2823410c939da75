using System.Globalization;
using Assay.Usage;

namespace Assay.Ledgers.Replaying;

/// <summary>
/// The calls of a window in the order in which they were made (at equal instants by the digest of their source, then
/// by line), as often as they are asked for. DuckDB sorts them a slice of time at a time; a batch is in memory.
/// </summary>
public sealed class CallSequence
{
    private const string JoinLane = """
        join meter as m on m.meter_id = c.meter_id
        join replay_lane as l on l.lane = coalesce(c.inference_region, m.region)
        """;

    private readonly Database database;
    private readonly Window window;
    private readonly CallSlices slices;
    private readonly NodeIds ids;
    private readonly long[] leaves = new long[CallBatch.Size];
    private readonly Dictionary<long, List<(int Node, int Group)>> unusedTools = [];
    private IReadOnlyList<GroupSpread>? spreads;
    private CallCounts? counts;
    private ShapeBlocks? contents;

    /// <param name="mostInSlice">Calls that are sorted and joined at a time; a test takes fewer.</param>
    internal CallSequence(
        Database database, Window window, bool isCounted, int mostInSlice = CallSlices.MostCalls)
    {
        (this.database, this.window) = (database, window);
        slices = new CallSlices(database, isCounted, mostInSlice);
        database.Execute("create or replace temp table replay_kind "
            + "(meter_id integer, workload_id integer, inference_region varchar)");
        foreach (var slice in slices.All)
        {
            database.Execute(slices.Sql("Replaying/kinds.sql", slice));
        }

        database.Execute(Resource.Text("Replaying/begin.sql"));
        Groups = database.Query(
            "select meter_id, workload_id from replay_group order by place",
            row => new CallGroup(row.GetInt32(0), row.IsDBNull(1) ? null : row.GetInt32(1)));
        Lanes = database.Query("select lane from replay_lane order by place", row => row.GetString(0));
        ids = new NodeIds(database);
        Tree = new TreeReader(database, ids).Tree();
    }

    public IReadOnlyList<CallGroup> Groups { get; }

    /// <summary>Where calls were processed; where the log doesn't say, where they were sent.</summary>
    public IReadOnlyList<string> Lanes { get; }

    public ShapeTree Tree { get; }

    /// <summary>Hands every batch to <paramref name="take"/>; the batch is filled again after it returns.</summary>
    public void Read(Action<CallBatch> take)
    {
        var batch = new CallBatch();
        foreach (var sql in Slices("calls.sql"))
        {
            database.Stream(sql, (columns, rows) =>
            {
                Fill(batch, columns, rows);
                take(batch);
            });
        }
    }

    /// <summary>What the calls of each group have in common, in the order of groups; asked for once.</summary>
    public IReadOnlyList<GroupSpread> Spreads() => spreads ??= Counts.Spreads();

    /// <summary>What is known of each workload's calls, by its id.</summary>
    public IReadOnlyDictionary<int, WorkloadFacts> Facts() => Counts.Facts();

    /// <summary>When the calls of each workload came.</summary>
    public IReadOnlyDictionary<int, ArrivalTotal> Arrivals() => Counts.Arrivals();

    /// <summary>Tools that a group's workload sends and never uses, as nodes that define them.</summary>
    /// <param name="least">Calls of a workload below which nothing is made of what it did not use.</param>
    public IReadOnlyList<(int Node, int Group)> UnusedTools(long least)
    {
        if (!unusedTools.TryGetValue(least, out var unused))
        {
            database.Execute(
                "create or replace temp table replay_tool (workload_id integer, tool varchar, is_used boolean)");
            foreach (var sql in Slices("tools.sql"))
            {
                database.Execute(sql.Replace(
                    "$least", least.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            }

            unusedTools[least] = unused = database.Query(
                Resource.Text("Replaying/unused_tools.sql"), row => (ids.Find(row.GetInt64(0)), row.GetInt32(1)));
        }

        return unused;
    }

    /// <summary>What the tree's blocks hold; asked for once.</summary>
    public ShapeBlocks Blocks() => contents ??= new TreeReader(database, ids).Blocks();

    /// <summary>
    /// How many contents these nodes have, and how many templates: contents with digits and ids masked.
    /// </summary>
    public (long Contents, long Templates) Variants(IReadOnlyList<int> nodes) => database.Query(
        "select count(distinct content), count(distinct template) from shape_node "
        + $"where node_id in ({string.Join(',', nodes.Select(node => ids[node]))})",
        row => (row.GetInt64(0), row.GetInt64(1)))[0];

    private CallCounts Counts => counts ??= new CallCounts(database, Groups, Slices("counted.sql"));

    /// <summary>A query of calls for each slice of the window.</summary>
    private IEnumerable<string> Slices(string name) =>
        slices.Within(window).Select(slice => slices.Sql("Replaying/" + name, slice)
            .Replace("$join_lane", Lanes.Count > 1 ? JoinLane : "", StringComparison.Ordinal)
            .Replace("$lane", Lanes.Count > 1 ? "l.place" : "0", StringComparison.Ordinal));

    private void Fill(CallBatch batch, ChunkColumns columns, int rows)
    {
        batch.Count = rows;
        columns.Copy(0, rows, batch.Time);
        columns.Copy(1, rows, batch.Group);
        columns.Copy(2, rows, batch.Lane);
        columns.Copy(3, rows, leaves);
        ids.Find(leaves.AsSpan(0, rows), batch.Leaf);
        columns.Copy(4, rows, batch.LeafBlocks);
        columns.Copy(5, rows, batch.Input);
        columns.Copy(6, rows, batch.Output);
        columns.Copy(7, rows, batch.CacheRead);
        columns.Copy(8, rows, batch.CacheWrite5m);
        columns.Copy(9, rows, batch.CacheWrite1h);
        columns.Copy(10, rows, batch.CacheWrite30m);
        columns.Copy(11, rows, batch.CacheWriteUnknownTtl);
    }
}
