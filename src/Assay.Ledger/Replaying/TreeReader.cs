using Assay.Calls;

namespace Assay.Ledgers.Replaying;

/// <summary>Reads the prefix tree without a sort or a join: where a node belongs is looked up here.</summary>
internal sealed class TreeReader(Database database, NodeIds ids)
{
    private readonly long[] node = new long[Chunks.MostRows];
    private readonly long[] other = new long[Chunks.MostRows];
    private readonly int[] depth = new int[Chunks.MostRows];
    private readonly int[] role = new int[Chunks.MostRows];
    private readonly int[] block = new int[Chunks.MostRows];
    private readonly int[] isResult = new int[Chunks.MostRows];

    public ShapeTree Tree()
    {
        var tree = new ShapeTree(ids.Count);
        database.Stream(Resource.Text("Replaying/nodes.sql"), (columns, rows) =>
        {
            columns.Copy(0, rows, node);
            columns.Copy(1, rows, other);
            columns.Copy(2, rows, depth);
            columns.Copy(3, rows, role);
            columns.Copy(4, rows, block);
            columns.Copy(5, rows, isResult);
            for (var i = 0; i < rows; i++)
            {
                var at = ids.Find(node[i]);
                tree.Parent[at] = ids.Find(other[i]);
                (tree.Depth[at], tree.Role[at]) = (depth[i], (BlockRole)role[i]);
                (tree.BlockTokens[at], tree.Tokens[at]) = (block[i], -1);
                tree.IsToolResult[at] = isResult[i] == 1;
            }
        });
        database.Stream("select node_id, tokens from shape_size", (columns, rows) =>
        {
            columns.Copy(0, rows, node);
            columns.Copy(1, rows, other);
            for (var i = 0; i < rows; i++)
            {
                if (ids.Find(node[i]) is >= 0 and var at)
                {
                    tree.Tokens[at] = other[i];
                }
            }
        });
        return tree;
    }

    public ShapeBlocks Blocks()
    {
        var (blocks, template) = (new ShapeBlocks(ids.Count), new long[Chunks.MostRows]);
        database.Stream("select node_id, content, template, bytes from shape_node", (columns, rows) =>
        {
            columns.Copy(0, rows, node);
            columns.Copy(1, rows, other);
            columns.Copy(2, rows, template);
            columns.Copy(3, rows, block);
            for (var i = 0; i < rows; i++)
            {
                var at = ids.Find(node[i]);
                (blocks.Content[at], blocks.Template[at], blocks.Bytes[at]) = (other[i], template[i], block[i]);
            }
        });
        return blocks;
    }
}
