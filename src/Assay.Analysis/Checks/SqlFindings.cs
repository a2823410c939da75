using Assay.Analysis.Levers;
using Assay.Findings;
using Assay.Ledgers;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Checks;

/// <summary>Runs the checks that are queries.</summary>
public static class SqlFindings
{
    /// <summary>Findings in a stable order.</summary>
    public static IReadOnlyList<Finding> Of(Ledger ledger, Window window, CheckChoice choice)
    {
        var spend = new Lazy<IReadOnlyList<SpendTotal>>(() => ledger.Spend(window));
        Usd? Monthly(SqlCheck check, CheckHit hit) =>
            ((check.TellsSpend ? SpendOf(spend.Value, hit) : hit.Cost) * (720 / window.Hours))?.Kept();
        return
        [
            .. SqlCheck.All.Where(check => choice.Has(check.Id))
                .SelectMany(check => ledger.Ask(check.Sql, window, Values(check, choice))
                    .Select(hit => Of(check, hit, Monthly(check, hit))))
                .OrderByDescending(finding => finding.Severity)
                .ThenByDescending(finding => finding.ConcernsUsd?.Amount ?? -1)
                .ThenBy(finding => finding.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>What the named model cost there; a row about all Regions names the model, not an id of it.</summary>
    /// <returns>Null where it cost nothing that is known, or any of it has no price.</returns>
    private static Usd? SpendOf(IReadOnlyList<SpendTotal> spend, CheckHit hit)
    {
        var named = spend.Where(each => each.Account == hit.Account && (hit.Region == "all"
            ? each.Model == hit.ModelId && hit.ModelId is not null
            : each.Region == hit.Region && each.ModelId == hit.ModelId)).ToList();
        return named.Count == 0 ? null : named.Aggregate((Usd?)Usd.Zero, (sum, each) => sum + each.Cost);
    }

    /// <summary>What each parameter of a check is set to.</summary>
    public static IReadOnlyDictionary<string, decimal> Values(SqlCheck check, CheckChoice choice) =>
        check.Parameters.ToDictionary(
            each => each.Name, each => choice.Parameters.GetValueOrDefault(each.Key, each.Default));

    private static Finding Of(SqlCheck check, CheckHit hit, Usd? monthly)
    {
        string?[] parts = [check.Id, hit.Account, hit.Region, hit.ModelId, hit.Resource];
        return new(
            string.Join('/', parts.OfType<string>().Distinct(StringComparer.Ordinal)),
            Lever: null,
            check.Id,
            check.Severity,
            new Subject(hit.Account, hit.Region, hit.ModelId, Resource: hit.Resource),
            hit.Title,
            hit.Reason,
            Saving: null,
            new Remedy(check.Remedy, []),
            $"assay checks run --check {check.Id} {VerifyCommand.Ledger}")
        {
            ConcernsUsd = monthly,
        };
    }
}
