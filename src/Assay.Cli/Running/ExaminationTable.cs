using Assay.Aws.Examinations;
using Assay.Aws.Permissions;

namespace Assay.Cli.Running;

/// <summary>What the doctor found, as lines for a person: what needs doing first.</summary>
internal static class ExaminationTable
{
    private static readonly CheckStatus[] Order =
        [CheckStatus.Denied, CheckStatus.Failed, CheckStatus.Off, CheckStatus.Skipped, CheckStatus.Ok];

    public static void Write(Examination found, TextWriter to)
    {
        // The same finding in many places is one line.
        var lines = found.Checks.GroupBy(check => (check.Status, check.Subject, check.What, check.Remedy))
            .OrderBy(line => Array.IndexOf(Order, line.Key.Status))
            .ThenBy(line => line.Key.Subject, StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var (status, subject, what, remedy) = line.Key;
            to.WriteLine($"{status.ToString().ToLowerInvariant(),-8} {subject}: {what}{Places(line)}");
            if (remedy is not null)
            {
                to.WriteLine($"         {remedy}");
            }
        }

        if (Missing(found) is { Count: > 0 } missing)
        {
            to.WriteLine();
            to.WriteLine("add to the policy:");
            to.WriteLine(PolicyJson.Document(missing));
        }
    }

    public static IReadOnlyList<PolicyStatement> Missing(Examination found) =>
        new ReaderPolicy { WithLogsAndBilling = true }.Of(found.DeniedActions);

    private static string Places(IEnumerable<Check> checks)
    {
        var places = checks.Select(check => string.Join(' ', new[] { check.Account, check.Region }.OfType<string>()))
            .Where(place => place.Length > 0).Distinct().ToList();
        return places.Count == 0 ? ""
            : places.Count > 3 ? $" ({string.Join(", ", places.Take(3))} and {places.Count - 3} more)"
            : $" ({string.Join(", ", places)})";
    }
}
