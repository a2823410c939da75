using Assay.Aws.Reading;
using Assay.Aws.Regions;

namespace Assay.Aws.Examinations;

/// <summary>Which Regions an account has switched on.</summary>
internal sealed class RegionCheck(Patient central, IReadOnlyList<string> wanted, string home)
{
    private const string Subject = "regions";

    /// <returns>The Regions that can be read.</returns>
    public async Task<IReadOnlyList<string>> EnabledAsync(CancellationToken cancellationToken)
    {
        var isAll = wanted.Contains(RegionNames.All, StringComparer.Ordinal);
        IReadOnlyList<string> asked = isAll ? RegionNames.BedrockIn(RegionNames.Partition(home))
            : wanted.Count == 0 ? [home]
            : [.. wanted.Distinct(StringComparer.Ordinal)];
        var call = central.Place.Call(AllowedOperations.ListRegions) with
        {
            Body = JsonBody.Write(writer => writer.WriteNumber("MaxResults", 50)),
        };
        if (await central.TryAsync(call, cancellationToken) is not { } answer)
        {
            // Which of all are on can't be told, and those that are off would look as if something were wrong.
            return isAll ? [home] : asked;
        }

        var known = answer.List("Regions")
            .Select(each => (Name: each.Text("RegionName") ?? "", Status: each.Text("RegionOptStatus")))
            .DistinctBy(each => each.Name).ToDictionary(each => each.Name, each => each.Status, StringComparer.Ordinal);
        var off = asked.Where(region => known.GetValueOrDefault(region) is "DISABLED" or "DISABLING").ToList();
        if (off.Count > 0)
        {
            central.Say(
                isAll ? CheckStatus.Off : CheckStatus.Failed, Subject, $"not enabled: {string.Join(", ", off)}",
                "enable them under Account in the console, or leave them out with --region");
        }

        List<string> on = [.. isAll ? asked.Where(known.ContainsKey).Except(off) : asked.Except(off)];
        central.Say(CheckStatus.Ok, Subject, $"enabled: {string.Join(", ", on)}");
        return on;
    }
}
