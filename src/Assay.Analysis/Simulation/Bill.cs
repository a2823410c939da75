using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Simulation;

/// <summary>Tokens and what they cost, summed; tokens without a price are counted and told, not guessed at.</summary>
internal sealed class Bill
{
    private readonly SortedSet<string> unpriced = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Usd> byGroup = [];
    private bool isPriced;

    public TokenCounts Tokens { get; private set; }

    /// <summary>Null where nothing has a price.</summary>
    public Usd? Cost => isPriced ? Total : null;

    /// <summary>Of the prompts alone.</summary>
    public Usd Prompts { get; private set; }

    /// <summary>What the prompts would cost without a cache.</summary>
    public Usd Uncached { get; private set; }

    /// <summary>Why some tokens have no price, each once.</summary>
    public IReadOnlyCollection<string> Unpriced => unpriced;

    public Usd Total { get; private set; }

    public Usd Of(int group) => byGroup.GetValueOrDefault(group);

    /// <summary>What each group costs that something does.</summary>
    public IEnumerable<(int Group, Usd Cost)> Groups => byGroup.Select(each => (each.Key, each.Value));

    internal void Add(TallyRow row, TokenKind kind, Usd? cost, string why)
    {
        if (cost is not { } usd)
        {
            unpriced.Add(why);
            return;
        }

        isPriced = true;
        Total += usd;
        byGroup[row.Group] = byGroup.GetValueOrDefault(row.Group) + usd;
        Prompts += kind == TokenKind.Output ? Usd.Zero : usd;
    }

    internal void AddUncached(TallyRow row, Usd? cost)
    {
        Tokens += row.Tokens;
        Uncached += cost ?? Usd.Zero;
    }
}
