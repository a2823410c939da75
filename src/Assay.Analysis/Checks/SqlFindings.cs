using Assay.Findings;
using Assay.Ledgers;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Checks;

/// <summary>Runs the checks that are queries.</summary>
public static class SqlFindings
{
    /// <summary>Findings in a stable order.</summary>
    public static IReadOnlyList<Finding> Of(Ledger ledger, Window window, CheckChoice choice) =>
    [
        .. SqlCheck.All.Where(check => choice.Has(check.Id))
            .SelectMany(check => ledger.Ask(check.Query, window, Values(check, choice))
                .Select(hit => Of(check, hit, (hit.Cost * (720 / window.Hours))?.Kept())))
            .OrderByDescending(finding => finding.Severity)
            .ThenByDescending(finding => finding.ConcernsUsd?.Amount ?? -1)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal),
    ];

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
            $"assay checks run --check {check.Id} --ledger FILE")
        {
            ConcernsUsd = monthly,
        };
    }
}
