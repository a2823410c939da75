using Assay.Analysis.Checks;
using Assay.Analysis.Levers;
using Assay.Diagnostics;
using Assay.Findings;
using Assay.Models;
using Assay.Reports;

namespace Assay.Analysis.Reporting;

/// <summary>How every check ended: silence counts as good only where all was seen.</summary>
internal static class ChecksBuilder
{
    public static IReadOnlyList<CheckRow> Build(
        AccountEvidence account, IReadOnlyList<Finding> findings, CheckChoice choice)
    {
        var fired = findings.Select(finding => finding.Check).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from lever in Lever.All
               from check in lever.Checks
               where choice.Has(check.Id)
               select Row(
                   new Check(check.Id, lever.Id, check.Title, Lever.HelpOf(lever)), fired,
                   [.. Unread(account, Needed(account, check.Sources)), .. Unjudged(account, check)]),
            .. from check in SqlCheck.All
               where choice.Has(check.Id)
               select Row(
                   new Check(check.Id, null, check.Title, check.Help), fired,
                   [.. Unread(account, check.Sources)]),
        ];
    }

    private static CheckRow Row(Check check, HashSet<string> fired, List<string> unseen) => new(
        check,
        fired.Contains(check.Id) ? CheckStatus.Fired : unseen.Count > 0 ? CheckStatus.Unknown : CheckStatus.Silent,
        unseen);

    /// <summary>A ledger of calls alone needs no metrics: its rows are whole without them.</summary>
    private static IReadOnlyList<string> Needed(AccountEvidence account, IReadOnlyList<string> sources) =>
        account.Inventory.Coverage.Any(each => each.Source == "cloudwatch-metrics")
            ? sources
            :
            [
                .. sources.Select(each => each == "cloudwatch-metrics" ? "invocation-logs" : each)
                    .Where(each => each is not "cloudwatch-mantle-metrics" and not "cloudwatch-percentiles"),
            ];

    /// <summary>A trace tells of calls what a log does.</summary>
    private static bool IsOf(string wanted, string read) =>
        read == wanted || (wanted == "invocation-logs" && read == "token-traces");

    private static IEnumerable<string> Unread(AccountEvidence account, IReadOnlyList<string> sources)
    {
        foreach (var source in sources)
        {
            var places = account.Inventory.Coverage.Where(each => IsOf(source, each.Source)).ToList();
            if (places.Count == 0)
            {
                yield return $"{source} was not read";
            }

            foreach (var place in places.Where(each => each.Status != ReadStatus.Complete))
            {
                var where = string.Join(" in ", new[] { place.Account, place.Region }.OfType<string>());
                yield return $"{source} of {where}: {place.Reason ?? "not read in full"}";
            }
        }
    }

    private static IEnumerable<string> Unjudged(AccountEvidence account, LeverCheck check) =>
        from row in account.Rows
        where row.Calls >= account.Options.MinimumCalls || row.Row.Scope == RoutingScope.Provisioned
        let why = check.Blind(row)
        where why is not null
        select $"{row.Name} in {row.Where}: {why}";
}
