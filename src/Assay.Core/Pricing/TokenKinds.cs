using Assay.Usage;

namespace Assay.Pricing;

/// <summary>The spellings of kinds of tokens in price files and the report contract: <c>cacheWrite5m</c>.</summary>
public static class TokenKinds
{
    public static string Word(TokenKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

    /// <returns>Null where no kind that is sold is called so.</returns>
    public static TokenKind? Of(string word)
    {
        foreach (var kind in Rates.Kinds)
        {
            if (Word(kind) == word)
            {
                return kind;
            }
        }

        return null;
    }
}
