using Assay.Aws.Reading;
using Assay.Diagnostics;

namespace Assay.Aws.Regions;

/// <summary>Which Regions of an account to read.</summary>
internal static class RegionFinder
{
    private static readonly Pages RegionPages = new("Regions");

    /// <summary>The names given, or for <c>all</c> those with Bedrock that the account has switched on.</summary>
    /// <param name="place">The account where its partition keeps account settings.</param>
    public static async Task<IReadOnlyList<string>> FindAsync(
        Place place, IReadOnlyList<string> wanted, CancellationToken cancellationToken)
    {
        if (!wanted.Contains(RegionNames.All, StringComparer.Ordinal))
        {
            return [.. wanted.Distinct(StringComparer.Ordinal)];
        }

        var known = RegionNames.BedrockIn(RegionNames.Partition(place.Region));
        var listed = await RegionPages.ReadAsync(
            place,
            token => place.Call(AllowedOperations.ListRegions) with
            {
                Body = JsonBody.Write(writer =>
                {
                    writer.WriteNumber("MaxResults", 50);
                    writer.Optional("NextToken", token);
                    writer.WriteStartArray("RegionOptStatusContains");
                    writer.WriteStringValue("ENABLED");
                    writer.WriteStringValue("ENABLED_BY_DEFAULT");
                    writer.WriteEndArray();
                }),
            },
            cancellationToken);
        if (listed.Error is { } error)
        {
            await place.NoteAsync(
                Level.Warning, AllowedOperations.ListRegions.ToString(),
                $"{error.Describe(AllowedOperations.ListRegions)}; all {known.Count} Regions with Bedrock are tried",
                error.Remedy(AllowedOperations.ListRegions), cancellationToken);
            return known;
        }

        var enabled = listed.Items.Select(item => item.Text("RegionName")).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return [.. known.Where(enabled.Contains)];
    }
}
