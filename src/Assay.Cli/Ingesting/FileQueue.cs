using Assay.Calls;

namespace Assay.Cli.Ingesting;

/// <summary>
/// Files that parsers take one by one. They may be found while others are parsed, and none is remembered.
/// </summary>
internal sealed class FileQueue(IEnumerable<CallFile> files) : IDisposable
{
    private readonly Lock gate = new();
    private readonly IEnumerator<CallFile> each = files.GetEnumerator();
    private int next;

    /// <param name="number">Which one it is.</param>
    public CallFile? Take(out int number)
    {
        lock (gate)
        {
            number = next++;
            return each.MoveNext() ? each.Current : null;
        }
    }

    public void Dispose() => each.Dispose();
}
