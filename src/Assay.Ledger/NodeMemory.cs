using Assay.Calls;

namespace Assay.Ledgers;

/// <summary>
/// Nodes that were written lately, each at the place that its own id names, so that a prompt which thousands of calls
/// begin with is written once and not looked up. What was forgotten is written again, and found at the commit.
/// </summary>
internal sealed class NodeMemory
{
    private const int Remembered = 1 << 18;

    private readonly (long Id, int Count)[] nodes = new (long, int)[Remembered];

    /// <returns>False where it was written already, as long as it is now.</returns>
    public bool IsNew(in ShapeNode node)
    {
        ref var place = ref nodes[(int)(node.Id & (Remembered - 1))];
        if (place.Id == node.Id && place.Count >= node.Count)
        {
            return false;
        }

        place = (node.Id, node.Count);
        return true;
    }
}
