using System.Globalization;
using Assay.Analysis.Simulation.Capacity;
using Assay.Diagnostics;

namespace Assay.Cli.Running;

/// <summary>What the command line says of capacity, read and checked.</summary>
internal static class CapacityRequest
{
    /// <summary>Amounts that may stand behind a term, as <c>0.10</c> or <c>3-month=0.10</c>.</summary>
    /// <param name="most">The largest that means anything; null where any does.</param>
    /// <exception cref="AssayException">One is no number, no term, or stands twice.</exception>
    public static IReadOnlyDictionary<string, decimal> ByTerm(string option, string[]? said, decimal? most)
    {
        var amounts = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var text in said ?? [])
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            var term = at < 0 ? CapacityQuestion.AnyTerm : text[..at];
            if (at >= 0 && !CapacityTerm.All.Contains(term))
            {
                throw Wrong($"{option} {text}: no term is called {term}", $"choose from: {Words}");
            }

            if (!decimal.TryParse(text[(at + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
                || amount < 0 || amount > most || amount > 1_000_000)
            {
                throw Wrong(
                    $"{option} {text} is no amount" + (most is { } limit ? $" from 0 to {limit}" : " of 0 or more"),
                    $"write a number, or a term before it, as {option} 1-month=0.10; 10 % off is --discount 0.10");
            }

            if (!amounts.TryAdd(term, amount))
            {
                throw Wrong($"{option} says two prices of one term", "leave one out");
            }
        }

        return amounts;
    }

    /// <exception cref="AssayException">A number means nothing, or two prices contradict.</exception>
    public static CapacityQuestion Checked(CapacityQuestion question) =>
        question.ListPrice <= 0 || question.UnitCapacity <= 0
            ? throw Wrong("a list price and what a unit serves are above 0", "write a number above 0, or leave it out")
        : question.ReplacedAfter.Any(months => months is < 0 or > 120)
            ? throw Wrong("a model is replaced after 0 to 120 months", "write months, as --replaced-after 3")
        : question.Discounts.Keys.Any(question.UnitPrices.ContainsKey)
            ? throw Wrong("--discount and --unit-price are two prices of one thing", "leave one out")
        : question.Term is { } only && question.Discounts.Keys.Concat(question.UnitPrices.Keys)
            .FirstOrDefault(term => term.Length > 0 && term != only) is { } other
            ? throw Wrong($"a price for {other} was given, and only {only} is asked about", "leave one out")
        : question;

    private static string Words => string.Join(", ", CapacityTerm.All);

    private static AssayException Wrong(string what, string remedy) => new(ExitCode.Usage, what, remedy);
}
