using System.Globalization;

namespace Assay.Ledgers;

/// <summary>
/// Rebuilds what follows from the calls, whatever order they came in: usage by the hour, sizes of shapes,
/// conversations. A rebuilding is one transaction.
/// </summary>
internal sealed class Deriver(Database database)
{
    /// <summary>Nodes that are walked in memory: about 50 MB of them.</summary>
    public const int MostInMemory = 1 << 19;

    /// <param name="mostInMemory">Trees with more nodes are walked by SQL.</param>
    public void Run(int mostInMemory = MostInMemory) => database.Transaction(() =>
    {
        database.Execute(Resource.Text("Deriving/usage.sql"));
        var nodes = database.Query(
            "select count(*) from shape_node where kind <> 'run'", row => row.GetInt64(0))[0];
        if (nodes <= mostInMemory)
        {
            TreeWalk.Run(database, (int)nodes);
        }
        else
        {
            Walk();
        }

        database.Execute(Resource.Text("Deriving/run_sizes.sql"));
        Conversations();
        database.Execute("drop table walked;");
    });

    /// <summary>
    /// Sizes are found by going up the tree, which tells each node what is exact below it, and down again. Level by
    /// level, so that no more than a level is in memory however large the ledger is.
    /// </summary>
    private void Walk()
    {
        database.Execute(Resource.Text("Deriving/tree_begin.sql"));
        var deepest = database.Query("select coalesce(max(depth), -1) from tree", row => row.GetInt32(0))[0];
        var (up, down) = (Resource.Text("Deriving/tree_up.sql"), Resource.Text("Deriving/tree_down.sql"));
        for (var depth = deepest; depth > 0; depth--)
        {
            database.Execute(At(up, depth));
        }

        for (var depth = 0; depth <= deepest; depth++)
        {
            database.Execute(At(down, depth));
        }

        database.Execute(Resource.Text("Deriving/tree_end.sql"));
    }

    private void Conversations()
    {
        database.Execute(Resource.Text("Deriving/conversations.sql"));
        var step = Resource.Text("Deriving/conversation_step.sql");
        bool isMoving;
        do
        {
            database.Execute(step);
            isMoving = database.Query(
                "select exists (select 1 from link join next_link as n using (call_no) where n.before <> link.before)",
                row => row.GetBoolean(0))[0];
            database.Execute("drop table link; alter table next_link rename to link;");
        }
        while (isMoving);
        database.Execute(Resource.Text("Deriving/conversation_end.sql"));
    }

    private static string At(string sql, int depth) =>
        sql.Replace("$depth", depth.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
