namespace Assay.Aws.Metrics;

/// <summary>A slice with what it counted and the parts that CloudWatch tells apart inside it.</summary>
internal sealed class SliceNode(Slice slice)
{
    private static readonly int Slots = Enum.GetValues<Slot>().Length;

    private readonly long[]?[] own = new long[]?[Slots];

    public Slice Slice => slice;

    public List<SliceNode> Parts { get; } = [];

    /// <summary>True where a part holds the long-context tokens, so that what remains holds none.</summary>
    public bool HasLongPart => Parts.Any(part => part.Slice.IsLongContext);

    public void Set(Slot slot, long[]? column) => own[(int)slot] = column;

    /// <summary>All that the slice counted: its own series, or where it has none the sum of its parts.</summary>
    public long[]? Whole(Slot slot) => own[(int)slot] ?? PartsOf(slot);

    /// <summary>What the slice counted beside its parts. Null where it has no series of its own.</summary>
    public (long[]? Column, int Exceeded) Rest(Slot slot) =>
        own[(int)slot] is { } column ? Column.Subtract(column, PartsOf(slot)) : (null, 0);

    public IEnumerable<SliceNode> WithParts() => Parts.SelectMany(part => part.WithParts()).Prepend(this);

    private long[]? PartsOf(Slot slot) =>
        Parts.Aggregate((long[]?)null, (sum, part) => Column.Sum(sum, part.Whole(slot)));
}
