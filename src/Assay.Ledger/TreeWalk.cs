namespace Assay.Ledgers;

/// <summary>
/// The walk of <c>tree_up.sql</c> and <c>tree_down.sql</c> in memory, for trees that fit: a statement for each level
/// of the tree costs more than the levels do. Both give the same sizes and the same answers.
/// </summary>
internal sealed class TreeWalk
{
    private const int None = -1;

    private readonly Database database;
    private readonly Node[] nodes;
    private readonly int[] slots;
    private readonly int[] order;

    private TreeWalk(Database database, int most)
    {
        this.database = database;
        nodes = new Node[most];
        slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(most, 1) * 2)];
        order = new int[most];
    }

    /// <summary>Writes <c>shape_size</c> of texts and <c>walked</c>, the answer that each node goes on from.</summary>
    /// <param name="count">Nodes of texts that the ledger holds.</param>
    public static void Run(Database database, int count)
    {
        var walk = new TreeWalk(database, count);
        walk.ReadNodes();
        walk.ReadCalls();
        walk.Up();
        walk.Down();
        walk.Write();
    }

    private void ReadNodes()
    {
        var (batch, parents, count) = (new long[4][], new long[nodes.Length], 0);
        database.Stream(
            "select node_id, coalesce(parent_id, 0), cast(depth as bigint), bytes_upto from shape_node "
            + "where kind <> 'run'",
            (columns, rows) =>
            {
                Copy(columns, rows, batch);
                for (var i = 0; i < rows; i++, count++)
                {
                    parents[count] = batch[1][i];
                    nodes[count] = new Node
                    {
                        Id = batch[0][i],
                        Depth = (int)batch[2][i],
                        UpTo = batch[3][i],
                        Exact = None,
                        Tokens = None,
                        Answer = None,
                    };
                    Place(count);
                }
            });
        var isInOrder = true;
        for (var i = 0; i < count; i++)
        {
            nodes[i].Parent = nodes[i].Depth == 0 ? None : Find(parents[i]);
            isInOrder &= nodes[i].Parent < i;
        }

        Order(isInOrder);
    }

    /// <summary>Parents before children, which is how they were written, unless a file was taken back.</summary>
    private void Order(bool isAsWritten)
    {
        if (isAsWritten)
        {
            for (var i = 0; i < order.Length; i++)
            {
                order[i] = i;
            }

            return;
        }

        var starts = new int[nodes.Length == 0 ? 1 : nodes.Max(node => node.Depth) + 2];
        foreach (ref var node in nodes.AsSpan())
        {
            starts[node.Depth + 1]++;
        }

        for (var depth = 1; depth < starts.Length; depth++)
        {
            starts[depth] += starts[depth - 1];
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            order[starts[nodes[i].Depth]++] = i;
        }
    }

    private void ReadCalls()
    {
        var batch = new long[2][];
        database.Stream(
            "select leaf, input + coalesce(cache_read, 0) + coalesce(cache_write_5m, 0) + coalesce(cache_write_1h, 0) "
            + "+ coalesce(cache_write_30m, 0) + coalesce(cache_write_unknown_ttl, 0) from call "
            + "where leaf is not null and input is not null",
            (columns, rows) =>
            {
                Copy(columns, rows, batch);
                for (var i = 0; i < rows; i++)
                {
                    if (Find(batch[0][i]) is >= 0 and var leaf)
                    {
                        nodes[leaf].Exact = Math.Max(nodes[leaf].Exact, batch[1][i]);
                    }
                }
            });
        batch = new long[1][];
        database.Stream(
            "select answer_leaf from call where answer_leaf is not null union all "
            + "select answer_leaf_plain from call where answer_leaf_plain is not null",
            (columns, rows) =>
            {
                Copy(columns, rows, batch);
                for (var i = 0; i < rows; i++)
                {
                    if (Find(batch[0][i]) is >= 0 and var answer)
                    {
                        nodes[answer].Answer = answer;
                    }
                }
            });
    }

    /// <summary>Tells each node without a size the nearest exact ones below it.</summary>
    private void Up()
    {
        for (var i = order.Length - 1; i >= 0; i--)
        {
            ref var node = ref nodes[order[i]];
            if (node.Parent < 0 || nodes[node.Parent].Exact >= 0 || (node.Exact < 0 && node.Below == 0))
            {
                continue;
            }

            ref var parent = ref nodes[node.Parent];
            var isExact = node.Exact >= 0;
            var least = isExact ? node.Exact : node.BelowLeast;
            parent.BelowLeast = parent.Below == 0 ? least : Math.Min(parent.BelowLeast, least);
            parent.BelowTokens += isExact ? node.Exact : node.BelowTokens;
            parent.BelowBytes += isExact ? node.UpTo : node.BelowBytes;
            parent.Below += isExact ? 1 : node.Below;
        }
    }

    /// <summary>Gives each node its size: exact, or by bytes between the size above and the exact ones below.</summary>
    private void Down()
    {
        foreach (var place in order)
        {
            ref var node = ref nodes[place];
            var (tokens, upTo) = (0L, 0L);
            if (node.Parent >= 0)
            {
                ref var parent = ref nodes[node.Parent];
                (tokens, upTo) = (parent.BaseTokens, parent.BaseUpTo);
                node.Answer = node.Answer >= 0 ? node.Answer : parent.Answer;
            }

            node.Tokens = node.Exact >= 0 ? node.Exact : node.Below == 0 ? None : Between(node, tokens, upTo);
            (node.BaseTokens, node.BaseUpTo) = node.Tokens >= 0 ? (node.Tokens, node.UpTo) : (tokens, upTo);
        }
    }

    private static long Between(in Node node, long tokens, long upTo)
    {
        var bytes = node.BelowBytes - ((Int128)node.Below * upTo);
        var more = Int128.Max(node.BelowTokens - ((Int128)node.Below * tokens), 0);
        return bytes > 0
            ? (long)Int128.Min(node.BelowLeast, tokens + (((2 * more * (node.UpTo - upTo)) + bytes) / (2 * bytes)))
            : node.BelowLeast;
    }

    private void Write()
    {
        database.Execute(
            "delete from shape_size; create or replace temp table walked (node_id bigint, answer bigint);");
        using var sizes = database.Chunks("shape_size");
        using var walked = database.Chunks("walked");
        foreach (ref var node in nodes.AsSpan())
        {
            if (node.Tokens >= 0)
            {
                sizes.Add(node.Id);
                sizes.Add(node.Tokens);
                sizes.Add(node.Exact >= 0);
                sizes.EndRow();
            }

            if (node.Answer >= 0)
            {
                walked.Add(node.Id);
                walked.Add(nodes[node.Answer].Id);
                walked.EndRow();
            }
        }

        sizes.Flush();
        walked.Flush();
    }

    private static void Copy(ChunkColumns columns, int rows, long[][] batch)
    {
        for (var i = 0; i < batch.Length; i++)
        {
            columns.Copy(i, rows, batch[i] ??= new long[Chunks.MostRows]);
        }
    }

    /// <summary>Ids are hashes, so they are spread as they are. A slot holds a place and one; zero is free.</summary>
    private void Place(int place)
    {
        var slot = Slot(nodes[place].Id);
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & (slots.Length - 1);
        }

        slots[slot] = place + 1;
    }

    /// <returns>Negative where there is no such node.</returns>
    private int Find(long id)
    {
        var slot = Slot(id);
        while (slots[slot] is not 0 and var place)
        {
            if (nodes[place - 1].Id == id)
            {
                return place - 1;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        return None;
    }

    private int Slot(long id) => (int)(id & (slots.Length - 1));

    private struct Node
    {
        public long Id;
        public long UpTo;
        public long Exact;
        public long Tokens;
        public long BelowTokens;
        public long BelowBytes;
        public long BelowLeast;
        public long BaseTokens;
        public long BaseUpTo;
        public int Below;
        public int Parent;
        public int Depth;
        public int Answer;
    }
}
