using System.Globalization;
using Assay.Calls;
using Assay.Usage;
using DuckDB.NET.Data;

namespace Assay.Ledgers.Replaying;

/// <summary>
/// The calls of a window in the order in which they were made (at equal instants by the digest of their source, then
/// by line), as often as they are asked for. DuckDB sorts them, on disk where they are many; a batch is in memory.
/// </summary>
public sealed class CallSequence
{
    private readonly Database database;
    private readonly Window window;
    private readonly string sql;

    internal CallSequence(Database database, Window window)
    {
        (this.database, this.window) = (database, window);
        database.Execute(Resource.Text("Replaying/begin.sql"));
        Groups = database.Query(
            "select meter_id, workload_id from replay_group order by place",
            row => new CallGroup(row.GetInt32(0), row.IsDBNull(1) ? null : row.GetInt32(1)));
        Lanes = database.Query("select lane from replay_lane order by place", row => row.GetString(0));
        sql = Within("calls.sql");
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
        database.Stream(sql, _ => { }, row =>
        {
            Fill(batch, batch.Count++, row);
            if (batch.Count == CallBatch.Size)
            {
                take(batch);
                batch.Count = 0;
            }
        });
        if (batch.Count > 0)
        {
            take(batch);
        }
    }

    /// <summary>What the calls of each group have in common, in the order of groups.</summary>
    public IReadOnlyList<GroupSpread> Spreads() => database.Query(
        Within("spread.sql"),
        row => new GroupSpread(
            row.GetInt32(0), row.GetInt64(1), new OutputSpread(row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)),
            row.GetInt64(5), row.GetInt64(6), row.GetInt64(7) is >= 0 and var asked ? asked : null, row.GetInt64(8),
            row.GetInt64(9), row.GetBoolean(10)));

    /// <summary>Tools that a group's workload sends and never uses, as nodes that define them.</summary>
    /// <param name="least">Calls of a workload below which nothing is made of what it did not use.</param>
    public IReadOnlyList<(int Node, int Group)> UnusedTools(long least) => database.Query(
        Within("unused_tools.sql").Replace(
            "$least", least.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
        row => (row.GetInt32(0), row.GetInt32(1)));

    private string Within(string name) => Resource.Text("Replaying/" + name)
        .Replace("$from", Micros(window.From), StringComparison.Ordinal)
        .Replace("$to", Micros(window.To), StringComparison.Ordinal);

    private static void Fill(CallBatch batch, int i, DuckDBDataReader row)
    {
        batch.Time[i] = row.GetInt64(0);
        batch.Group[i] = row.GetInt32(1);
        batch.Lane[i] = row.GetInt32(2);
        batch.Leaf[i] = row.GetInt32(3);
        batch.LeafBlocks[i] = row.GetInt32(4);
        batch.Input[i] = row.GetInt64(5);
        batch.Output[i] = row.GetInt64(6);
        batch.CacheRead[i] = row.GetInt64(7);
        batch.CacheWrite5m[i] = row.GetInt64(8);
        batch.CacheWrite1h[i] = row.GetInt64(9);
        batch.CacheWrite30m[i] = row.GetInt64(10);
        batch.CacheWriteUnknownTtl[i] = row.GetInt64(11);
    }

    private ShapeTree ReadTree()
    {
        var tree = new ShapeTree(database.Query(
            "select cast(count(*) as integer) from replay_node", row => row.GetInt32(0))[0]);
        var at = 0;
        database.Stream(Resource.Text("Replaying/nodes.sql"), _ => { }, row =>
        {
            tree.Parent[at] = row.GetInt32(0);
            tree.Depth[at] = row.GetInt32(1);
            tree.Role[at] = RoleOf(row.GetString(2));
            tree.BlockTokens[at] = row.GetInt32(3);
            tree.Tokens[at++] = row.GetInt64(4);
        });
        return tree;
    }

    private static BlockRole RoleOf(string word) => word switch
    {
        "tools" => BlockRole.Tools,
        "system" => BlockRole.System,
        "assistant" => BlockRole.Assistant,
        _ => BlockRole.User,
    };

    private static string Micros(DateTimeOffset time) =>
        ((time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond)
        .ToString(CultureInfo.InvariantCulture);
}
