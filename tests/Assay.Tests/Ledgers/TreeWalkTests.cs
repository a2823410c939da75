using Assay.Calls;
using Assay.Ledgers;
using Assay.Tests.Support;

namespace Assay.Tests.Ledgers;

/// <summary>Small trees are walked in memory and large ones by SQL: nobody can tell by what comes out.</summary>
public sealed class TreeWalkTests
{
    private static readonly string[] Derived =
    [
        "select node_id, tokens, is_exact from shape_size order by all",
        "select call_no, conversation from call_group order by all",
    ];

    [Theory]
    [InlineData(1, 40, 30, true)]
    [InlineData(2, 400, 300, true)]
    [InlineData(3, 3_000, 500, true)]
    [InlineData(4, 5_000, 9_000, true)]
    [InlineData(5, 0, 3, true)]
    [InlineData(6, 40, 30, false)]
    [InlineData(7, 3_000, 5_000, false)]
    public void Both_walks_give_the_same_sizes_and_conversations(int seed, int nodes, int calls, bool parentsFirst)
    {
        using var database = new Database(":memory:");
        Migrations.Apply(database, "tests");
        Fill(database, new Random(seed), nodes, calls, parentsFirst);
        new Deriver(database).Run();
        var inMemory = Asked(database);
        new Deriver(database).Run(mostInMemory: -1);
        Assert.Equal(Asked(database), inMemory);
        Assert.True(nodes == 0 || inMemory.Count > calls + (nodes / 10), "the trees have sizes");
    }

    private static List<string> Asked(Database database) =>
    [
        .. Derived.SelectMany(sql => database.Query(sql, row => string.Join(
            ' ', Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "?" : row.GetValue(i))))),
    ];

    /// <summary>Wide and deep trees; calls that end anywhere, some without a count, some without a known answer.</summary>
    private static void Fill(Database database, Random random, int nodes, int calls, bool parentsFirst)
    {
        database.Execute("insert into meter by name select 0 as meter_id, '1' as account, 'us-east-1' as region, "
            + "'runtime' as endpoint, 'm' as model_id, 'calls' as source");
        var all = new List<(long Id, int Depth, long UpTo)>();
        var made = new List<ShapeNode>();
        using (var rows = database.Chunks("shape_node"))
        {
            for (var i = 0; i < nodes; i++)
            {
                (long Id, int Depth, long UpTo)? parent = random.Next(12) == 0 || i == 0
                    ? null
                    : all[random.Next(3) == 0 ? random.Next(i) : Math.Max(0, i - random.Next(1, 4))];
                var bytes = random.Next(6) == 0 ? 0 : random.Next(2_000);
                all.Add((random.NextInt64(long.MinValue, long.MaxValue), parent?.Depth + 1 ?? 0, bytes + (parent?.UpTo ?? 0)));
                made.Add(new(
                    all[i].Id, parent?.Id, all[i].Depth, BlockRole.User, BlockKind.Text, bytes,
                    all[i].UpTo, 1, 1, null));
            }

            foreach (var node in parentsFirst ? made : Enumerable.Reverse(made))
            {
                CallRows.Append(rows, node);
            }

            rows.Flush();
        }

        using var rowsOfCalls = database.Chunks("call");
        for (var i = 1; i <= calls; i++)
        {
            var leaf = nodes == 0 ? (long?)null : all[random.Next(nodes)].Id;
            CallRows.Append(rowsOfCalls, i, 1, 0, new CallEntry
            {
                Id = new Guid(i, 0, 0, new byte[8]),
                Line = i,
                Account = "1",
                Region = "us-east-1",
                ModelId = "m",
                Operation = "Converse",
                Time = Some.At("2026-11-02").AddSeconds(random.Next(calls)),
                Input = random.Next(20) == 0 ? null : random.Next(100_000),
                CacheRead = random.Next(3) == 0 ? random.Next(5_000) : null,
                Leaf = leaf,
                AnswerLeaf = leaf is null || random.Next(4) == 0 ? null : all[random.Next(nodes)].Id,
                AnswerLeafPlain = leaf is null || random.Next(4) > 0 ? null : all[random.Next(nodes)].Id,
            });
        }

        rowsOfCalls.Flush();
    }
}
