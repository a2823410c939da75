using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Usage;

namespace Assay.Outputs.Explain;

/// <summary>How the sum is done, in words.</summary>
internal static class ExplanationWords
{
    public static IReadOnlyList<string> Formula(Explanation explanation) =>
    [
        $"a month is 720 hours: counts of the window × {Exact.Number(Math.Round(explanation.PerMonth, 6))}",
        "a line is tokens × dollars per million / 1,000,000; capacity is model units × hours × price",
        "a saving is the month before the change less the month after it",
        "the range is the least and the most of low, expected and high",
    ];

    public static string Kind(TokenKind kind) => kind switch
    {
        TokenKind.Input => "input",
        TokenKind.Output => "output",
        TokenKind.CacheRead => "cacheRead",
        _ => "cacheWrite",
    };
}
