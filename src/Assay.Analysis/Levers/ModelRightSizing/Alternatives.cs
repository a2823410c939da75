using Assay.Models;
using Assay.Pricing;
using Assay.Wording;

namespace Assay.Analysis.Levers.ModelRightSizing;

/// <summary>
/// Finds the models that could take a row's calls: every smaller sibling, then the cheapest of the others.
/// </summary>
internal static class Alternatives
{
    private const int OthersShown = 2;

    /// <returns>
    /// First the sibling that the saving is of: of the same size or the next below, two sizes down where the task looks
    /// easy. Then the other siblings, then the cheapest of other families.
    /// </returns>
    public static IReadOnlyList<Alternative> Of(AccountEvidence account, RowEvidence row)
    {
        var now = row.Plan!.Cost(account.Book, account.Day);
        if (now is not { Amount: > 0 } cost)
        {
            return [];
        }

        var cheaper = account.Book.Catalogue.Models
            .Where(model => model.Id != row.Model!.Id && account.Options.Allowed.Has(model)
                && IsCapable(row, model))
            .Select(model => Priced(account, row, model, cost.Amount))
            .OfType<Alternative>()
            .Where(each => each.CostShare < 1)
            .ToList();
        var nearest = row.OutputPerCall <= account.Options.EasyOutput ? row.Model!.Size - 2 : row.Model!.Size;
        var siblings = cheaper.Where(each => each.Model.Family == row.Model.Family)
            .GroupBy(each => each.Model.Size)
            // Of one size the cheapest is offered, and of these the last by id, which is the newest.
            .Select(size => size.OrderBy(each => each.CostShare)
                .ThenByDescending(each => each.Model.Id, StringComparer.Ordinal)
                .First())
            .OrderBy(each => Math.Abs(each.Model.Size - nearest)).ThenByDescending(each => each.Model.Size);
        var others = cheaper
            .Where(each => each.Model.Family != row.Model!.Family && each.Model.Size >= row.Model.Size - 2)
            .OrderBy(each => each.CostShare).ThenBy(each => each.Model.Id, StringComparer.Ordinal)
            .Take(OthersShown);
        return [.. siblings.Concat(others)];
    }

    private static bool IsCapable(RowEvidence row, CatalogueModel model)
    {
        var longest = row.Input?.Max ?? row.PromptPerCall ?? 0;
        return model.GeneratesText && model.Status == "active" && model.Size <= row.Model!.Size
            && row.Model.Input.All(model.Input.Contains)
            && (model.Tools == true || row.Model.Tools != true)
            && (model.ContextTokens is not { } context || longest <= context);
    }

    private static Alternative? Priced(AccountEvidence account, RowEvidence row, CatalogueModel model, decimal now)
    {
        foreach (var scope in (RoutingScope[])[row.Key!.Scope, RoutingScope.InRegion, RoutingScope.Geo])
        {
            var key = row.Key with { Model = model.Id, Scope = scope, Tier = ServiceTier.Standard };
            if (!account.Options.Allowed.Has(scope, key.Region))
            {
                continue;
            }

            if (account.Book.Find(key, account.Day) is not { Rates: var rates })
            {
                continue;
            }

            var caches = model.Caching is not null && rates.CacheRead is not null
                && rates[Usage.TokenKind.CacheWriteUnknownTtl] is not null;
            var other = model.Tokenizer != row.Model!.Tokenizer;
            var draft = new Alternative(model, key, CallIds.Of(account, row.Row.Account, key), 1, other, caches, "");
            var moved = row.Plan! with { Parts = [.. row.Plan.Parts.Select(draft.Take)] };
            if (moved.Cost(account.Book, account.Day) is { } cost)
            {
                var share = cost.Amount / now;
                return draft with { CostShare = share, Words = Say(account, model, cost, share, other) };
            }
        }

        return null;
    }

    private static string Say(AccountEvidence account, CatalogueModel model, Units.Usd cost, decimal share, bool other)
    {
        var (low, high) = account.Options.TokenRatio;
        return other
            ? $"{model.Name} {Money.Of(cost * low)} to {Money.Of(cost * high)} a month (other tokenizer)"
            : $"{model.Name} {Money.Of(cost)} a month ({Percent.Of(share)})";
    }
}
