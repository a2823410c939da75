using System.Buffers;
using System.Text;
using Assay.Calls;
using Assay.Models;
using Assay.Sources.Json;

namespace Assay.Sources.Shapes;

/// <summary>
/// Walks down the prefix tree as the blocks of one prompt come, hands out the nodes that are new, and forgets the
/// text. Reused from call to call.
/// </summary>
internal sealed class PromptShape(HashKey key) : IDisposable
{
    private const int Remembered = 1 << 17;

    private const int HeaviestImage = 6_400;

    private readonly BlockHasher hasher = new(key);
    private readonly ArrayBufferWriter<byte> scratch = new(1 << 12);
    private readonly HashSet<long> handedOut = [];
    private readonly Dictionary<(string Account, string ModelId), long> roots = [];
    private ICallSink? sink;
    private ShapeCursor at;
    private ShapeCursor plainAnswer;
    private long answer;

    /// <summary>The last node; null for a prompt without blocks.</summary>
    public long? Leaf => at.Node;

    public int Depth => at.Depth;

    public long? Skeleton { get; private set; }

    /// <summary>
    /// Begins a prompt. Its tree is the account's and the model's: caches are theirs, and so are token counts.
    /// </summary>
    public void Begin(ICallSink into, string account, string modelId)
    {
        sink = into;
        Skeleton = null;
        at = new ShapeCursor(null, Root(account, modelId), 0, 0);
    }

    /// <summary>What another file's nodes were handed out for is handed out again.</summary>
    public void Forget() => handedOut.Clear();

    public void AddText(BlockRole role, JsonValue text)
    {
        if (text.IsText)
        {
            Add(role, Block.OfText(text));
        }
    }

    public void Add(BlockRole role, in Block block)
    {
        var hashed = HashOf(block);
        var before = at;
        at = Step(before, role, block.Kind, hashed.Hash.Content, hashed.Bytes);
        if (role is BlockRole.Tools or BlockRole.System)
        {
            // Tools in another order are the same tools. They stand in front, so their sum is whole when it is chained.
            Skeleton = role == BlockRole.Tools
                ? (Skeleton ?? 0) + hasher.Chained(0, hashed.Hash.Template, (byte)role)
                : hasher.Chained(Skeleton ?? 0, hashed.Hash.Template, (byte)role);
        }

        if (handedOut.Count == Remembered)
        {
            handedOut.Clear();
        }

        if (handedOut.Add(at.Chain))
        {
            sink!.Take(new ShapeNode(
                at.Chain, before.Node, before.Depth, role, block.Kind, hashed.Bytes, at.Bytes, hashed.Hash.Content,
                hashed.Hash.Template, block.ToolName));
        }
    }

    /// <summary>The answer begins: its blocks lead on from the prompt, but are no part of it.</summary>
    public void BeginAnswer() => (plainAnswer, answer) = (at, 0);

    public void AddAnswer(in Block block) => AddAnswer(block.Kind, HashOf(block));

    public void AddAnswer(BlockKind kind, ReadOnlySpan<byte> content) =>
        AddAnswer(kind, new Hashed(hasher.Of(content), content.Length, 0));

    /// <summary>Hash of the answer, and the nodes of a prompt that repeats it; null without an answer.</summary>
    public (long Answer, long Leaf, long? PlainLeaf)? Answered => answer == 0 || at.Node is not { } leaf
        ? null
        : (answer, leaf, plainAnswer.Node == leaf ? null : plainAnswer.Node);

    public void Dispose() => hasher.Dispose();

    private void AddAnswer(BlockKind kind, in Hashed hashed)
    {
        answer = hasher.Chained(answer, hashed.Hash.Content, (byte)kind);
        at = Step(at, BlockRole.Assistant, kind, hashed.Hash.Content, hashed.Bytes);
        if (kind != BlockKind.Reasoning)
        {
            plainAnswer = Step(plainAnswer, BlockRole.Assistant, kind, hashed.Hash.Content, hashed.Bytes);
        }
    }

    private Hashed HashOf(in Block block)
    {
        if (block.Value.Repeat > 0 && block.Value.Hash is var known && known.Form == block.Form)
        {
            return known;
        }

        var content = block.Content(scratch);
        var hashed = new Hashed(hasher.Of(content), content.Length, block.Form);
        if (block.Value.Repeat > 0)
        {
            block.Value.Hash = hashed;
        }

        return hashed;
    }

    /// <summary>
    /// An image costs tokens by its area, whatever its file weighs, and models scale it down first: Claude's most is
    /// about 1,600 tokens, width × height / 750. That is what 6,400 bytes of text are.
    /// </summary>
    private static int Weight(BlockKind kind, int bytes) =>
        kind == BlockKind.Image ? Math.Min(bytes, HeaviestImage) : bytes;

    private ShapeCursor Step(in ShapeCursor from, BlockRole role, BlockKind kind, long content, int bytes)
    {
        var id = hasher.Chained(from.Chain, content, (byte)(((int)role << 4) | (int)kind));
        return new(id, id, from.Depth + 1, from.Bytes + Weight(kind, bytes));
    }

    private long Root(string account, string modelId)
    {
        if (!roots.TryGetValue((account, modelId), out var root))
        {
            if (roots.Count == Remembered)
            {
                roots.Clear();
            }

            var name = account + " " + ModelIdParts.BaseOf(modelId);
            roots[(account, modelId)] = root = hasher.Of(Encoding.UTF8.GetBytes(name)).Content;
        }

        return root;
    }
}
