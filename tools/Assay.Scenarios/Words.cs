using System.Text;

namespace Assay.Scenarios;

/// <summary>Texts of words from a list, the same in every run.</summary>
internal sealed class Words(uint seed)
{
    private static readonly string[] List =
    [
        "amber", "anchor", "arrow", "basin", "beacon", "birch", "bridge", "canal", "cedar", "chalk", "cliff", "cloud",
        "copper", "coral", "delta", "dune", "ember", "fern", "field", "flint", "forest", "garden", "glacier", "granite",
        "harbor", "hazel", "heath", "island", "ivory", "jetty", "juniper", "lagoon", "lantern", "ledge", "linen",
        "maple", "marble", "meadow", "mill", "moss", "north", "oasis", "orchard", "pebble", "pier", "pine", "plain",
        "quarry", "reed", "ridge", "river", "sand", "shore", "slate", "spring", "stone", "summit", "tide", "timber",
        "valley", "vessel", "willow", "window", "yarrow",
    ];

    private uint state = seed;
    private string? same;

    /// <summary>A number from 0 up to but not including <paramref name="below"/>.</summary>
    public int Next(int below)
    {
        // Numerical Recipes' generator; its high bits are the good ones.
        state = (state * 1_664_525) + 1_013_904_223;
        return (int)((state >> 8) % (uint)below);
    }

    /// <summary>At least so many bytes.</summary>
    public string Text(int bytes)
    {
        var text = new StringBuilder();
        while (text.Length < bytes)
        {
            text.Append(List[Next(List.Length)]).Append(' ');
        }

        return text.ToString(0, text.Length - 1);
    }

    /// <summary>The first such text, again and again.</summary>
    public string Same(int bytes) => same ??= Text(bytes);
}
