using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;
using Assay.Wording;

namespace Assay.Analysis.Levers.RoutingScopes;

/// <summary>
/// Calls through a geographic profile of a model whose global profile is sold for less. Data may then be processed
/// anywhere, which is not for a price to decide: without <c>allowGlobal</c> it is told and counts nowhere.
/// </summary>
public sealed class RoutingScopesLever : ILever
{
    public const string GeoToGlobal = "geo-to-global";

    /// <summary>The setting that lets it count.</summary>
    internal const string Setting = "allowGlobal";

    public string Id => "routing-scope";

    public IReadOnlyList<LeverCheck> Checks { get; } =
    [
        LeverCheck.OfTokens(GeoToGlobal, "A geographic profile is called where the global one costs less"),
    ];

    public IReadOnlyList<CallRemedy> OfCalls => ScopesOfCalls.All;

    public IEnumerable<Proposal> Propose(AccountEvidence account)
    {
        if (account.Options.AllowGlobal == false)
        {
            yield break;
        }

        foreach (var row in account.Judged.Where(row => row.Key!.Scope == RoutingScope.Geo))
        {
            if (row.Plan!.Cost(account.Book, account.Day) is { Amount: > 0 } now
                && Global(account, row.Plan).Cost(account.Book, account.Day) is { } then && then < now)
            {
                yield return Of(account, row, then.Amount / now.Amount);
            }
        }
    }

    private Proposal Of(AccountEvidence account, RowEvidence row, decimal share)
    {
        var caches = row.Row.CacheReadTokens is { Count: > 0 };
        var id = CallIds.Of(account, row.Row.Account, row.Key! with { Scope = RoutingScope.Global });
        return new(
            Id, GeoToGlobal, row.Index, new Subject(row.Row.Account, row.Row.Region, row.Row.ModelId),
            (plan, bound) => caches && bound == Bound.Low ? plan : Global(account, plan),
            Evidence.Bounded,
            new(
                $"{row.Name} in {row.Where} is called through a geographic profile; the same tokens through the global "
                    + $"one would cost {Percent.Of(share)} of that",
                "The global profile sends a call to any commercial Region of AWS. The Region that is billed, and whose "
                    + "metrics count it, stays the same.",
                [
                    "list prices of the same model and Region on one day",
                    caches
                        ? "low: nothing; where Regions have caches of their own, more of them may mean fewer reads"
                        : "all calls move",
                ],
                new Remedy(
                    "If prompts and answers may be processed in any Region, "
                        + (account.Options.AllowGlobal == true ? "" : $"say {Setting}: true in assay.yaml and ")
                        + (row.Row.Profile is null
                            ? "call the global profile."
                            : "make the application profile anew from the global one."),
                    Snippets.For(row, "RoutingScopes", "call", ("modelId", id), ("before", row.CallId))),
                VerifyCommand.Sum(row.Row, account.Window, "Invocations")))
        {
            Needs = account.Options.AllowGlobal == true ? null : Setting,
        };
    }

    /// <summary>A part stays where its model has no global price, or none that is lower.</summary>
    private static Plan Global(AccountEvidence account, Plan plan) => plan.Each(part =>
    {
        var global = part with { Key = part.Key with { Scope = RoutingScope.Global } };
        return part.Key.Scope == RoutingScope.Geo
            && global.Cost(account.Book, account.Day) < part.Cost(account.Book, account.Day) ? global : part;
    });
}
