using Assay.Calls;
using Assay.Ledgers;

namespace Assay.Tests.Ledgers;

/// <summary>Nodes on their way into the ledger.</summary>
public sealed class NodeTests
{
    [Fact]
    public void Every_role_and_kind_is_written_as_its_word()
    {
        using var database = new Database(":memory:");
        Migrations.Apply(database, "tests");
        var nodes = Enum.GetValues<BlockRole>().SelectMany(role => Enum.GetValues<BlockKind>().Select(kind => (role, kind))).ToList();
        using (var rows = database.Chunks("shape_node"))
        {
            foreach (var (i, (role, kind)) in nodes.Index())
            {
                CallRows.Append(rows, new ShapeNode(i, null, 0, role, kind, 1, 1, 1, 1, null));
            }

            rows.Flush();
        }

        Assert.Equal(
            nodes.Select(node => $"{Word(node.role)} {Word(node.kind)}"),
            database.Query("select role || ' ' || kind from shape_node order by node_id", row => row.GetString(0)));
    }

    /// <summary>However many there are, until the oldest are forgotten; and that is told.</summary>
    [Theory]
    [InlineData(10_000, true)]
    [InlineData(700_000, true)]
    [InlineData(900_000, false)]
    public void A_node_is_new_once_and_a_run_again_where_it_is_longer(int count, bool isExact)
    {
        var memory = new NodeMemory();
        var random = new Random(count);
        var nodes = Enumerable.Range(0, count).Select(i => new ShapeNode(
            random.NextInt64(long.MinValue, long.MaxValue), null, 0, BlockRole.User,
            i % 3 == 0 ? BlockKind.Run : BlockKind.Text, 1, 1, 1, 1, null, 5)).ToArray();
        memory.Touch(nodes);
        Assert.All(nodes, node => Assert.True(memory.IsNew(node)));
        Assert.Equal(isExact, memory.IsExact);
        foreach (var node in nodes[^5_000..])
        {
            Assert.False(memory.IsNew(node));
            Assert.False(memory.IsNew(node with { Count = 4 }));
            Assert.Equal(node.Kind == BlockKind.Run, memory.IsNew(node with { Count = 6 }));
            Assert.False(memory.IsNew(node with { Count = 6 }));
        }

        Assert.False(memory.IsExact);
    }

    private static string Word(Enum value) => System.Text.RegularExpressions.Regex
        .Replace(value.ToString(), "(?<!^)[A-Z]", "-$0").ToLowerInvariant();
}
