using Amazon;
using Assay.Diagnostics;

namespace Assay.Aws.Regions;

/// <summary>
/// Names of Regions: which exist, which have Bedrock, and where a partition keeps its global services.
/// </summary>
internal static class RegionNames
{
    /// <summary>Given in place of names, for all that are switched on.</summary>
    public const string All = "all";

    /// <summary>Where Bedrock is offered, as botocore 1.43.11 lists its endpoints.</summary>
    private static readonly string[] WithBedrock =
    [
        "af-south-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2",
        "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6",
        "ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1",
        "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1", "me-central-1", "me-south-1",
        "mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-gov-east-1", "us-gov-west-1", "us-west-1",
        "us-west-2",
    ];

    private static readonly string[] Known =
        [.. RegionEndpoint.EnumerableAllRegions.Select(region => region.SystemName).Union(WithBedrock)];

    /// <exception cref="AssayException">No Region has that name.</exception>
    public static void Check(string name)
    {
        if (!Known.Contains(name, StringComparer.Ordinal))
        {
            var nearest = Known.OrderBy(known => Distance(known, name)).ThenBy(known => known, StringComparer.Ordinal);
            throw new AssayException(
                ExitCode.Usage, $"there is no Region {name}", $"did you mean --region {nearest.First()}?");
        }
    }

    /// <summary>The Regions of the same partition that have Bedrock.</summary>
    public static IReadOnlyList<string> BedrockIn(string partition) =>
        [.. WithBedrock.Where(region => Partition(region) == partition)];

    public static string Partition(string region) => RegionEndpoint.GetBySystemName(region).PartitionName;

    /// <summary>Where Organizations, Cost Explorer and account settings answer.</summary>
    public static string GlobalHome(string region) => Partition(region) switch
    {
        "aws-cn" => "cn-northwest-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => "us-east-1",
    };

    /// <summary>Edits between two names: insertions, removals and replacements of one letter.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
