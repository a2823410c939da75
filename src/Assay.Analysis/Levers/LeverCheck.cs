using Assay.Findings;
using Assay.Models;

namespace Assay.Analysis.Levers;

/// <summary>A check of a lever, and what it needs to see before its silence means anything.</summary>
/// <param name="Title">What is wrong where it fires, without a number.</param>
/// <param name="Sources">Names of coverage that must be complete.</param>
/// <param name="Blind">Why it can't judge a row; null where it can or need not.</param>
public sealed record LeverCheck(
    string Id, string Title, IReadOnlyList<string> Sources, Func<RowEvidence, string?> Blind)
{
    /// <summary>What its remedy takes.</summary>
    public Effort Effort { get; init; } = Effort.Low;

    /// <summary>A check of rows that are paid by the token.</summary>
    public static LeverCheck OfTokens(string id, string title, params string[] sources) => new(
        id, title, ["cloudwatch-metrics", "cloudwatch-mantle-metrics", .. sources], WithoutPrice);

    /// <summary>A check of single calls.</summary>
    public static LeverCheck OfCalls(string id, string title) => new(
        id, title, ["invocation-logs"], row => row.IsReplayed ? WithoutPrice(row) : null);

    /// <summary>A check of when calls come.</summary>
    public static LeverCheck OfArrivals(string id, string title) => OfTokens(id, title) with
    {
        Blind = row => WithoutPrice(row)
            ?? (row.Arrivals is null && row.Calls > 0 ? "the hours of its calls are not known" : null),
    };

    /// <summary>A check of Provisioned Throughput.</summary>
    public static LeverCheck OfCapacity(string id, string title, params string[] sources) => new(
        id, title, ["cloudwatch-metrics", "provisioned-throughput", .. sources],
        row => row.Row.Scope == RoutingScope.Provisioned ? WithoutPrice(row) : null);

    /// <summary>The same check with one more reason why it can't judge a row.</summary>
    public LeverCheck And(Func<RowEvidence, string?> blind) => this with { Blind = row => Blind(row) ?? blind(row) };

    /// <summary>Dollars decide whether it fires, so a row without a price is not judged.</summary>
    public static string? WithoutPrice(RowEvidence row) => row.Plan is null ? "no price is known" : null;
}
