using Assay.Analysis.Levers;
using Assay.Diagnostics;
using Assay.Findings;
using Assay.Models;
using Assay.Reports;

namespace Assay.Analysis.Reporting;

/// <summary>How every check ended: silence counts as good only where all was seen.</summary>
internal static class ChecksBuilder
{
    public static IReadOnlyList<CheckRow> Build(AccountEvidence account, IReadOnlyList<Finding> findings)
    {
        var fired = findings.Select(finding => finding.Check).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from lever in Lever.All
               from check in lever.Checks
               let unseen = Unread(account, check).Concat(Unjudged(account, check)).ToList()
               select new CheckRow(
                   new Check(check.Id, lever.Id, check.Title, HelpOf(lever)),
                   fired.Contains(check.Id) ? CheckStatus.Fired
                       : unseen.Count > 0 ? CheckStatus.Unknown
                       : CheckStatus.Silent,
                   unseen),
        ];
    }

    /// <summary>The page in the lever's folder.</summary>
    public static string HelpOf(ILever lever)
    {
        var type = lever.GetType();
        var page = $"Levers/{type.Name[..^nameof(Lever).Length]}/lever.md";
        using var stream = type.Assembly.GetManifestResourceStream(page)
            ?? throw new InvalidOperationException($"{page} is not built in");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Unread(AccountEvidence account, LeverCheck check)
    {
        foreach (var source in check.Sources)
        {
            var places = account.Inventory.Coverage.Where(each => each.Source == source).ToList();
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
