using Amazon.Runtime;
using Assay.FakeAws;
using Assay.Usage;

namespace Assay.Aws.Tests.Support;

/// <summary>The generated worlds, added up in the plainest way.</summary>
internal static class Scaled
{
    public static AWSCredentials Credentials => new BasicAWSCredentials(Worlds.AccessKeyId, Worlds.SecretAccessKey);

    public static long Sum(World world, int model, string metric, Window window) => (long)world.Accounts
        .SelectMany(account => account.Regions.Values).SelectMany(region => region.Metrics)
        .Where(series => series.Name == metric && series.Dimensions["ModelId"] == Worlds.ModelId(model))
        .SelectMany(series => series.Values.Select((value, i) => (Start: series.Start.AddHours(i), Value: value)))
        .Where(point => window.Contains(point.Start)).Sum(point => point.Value ?? 0);
}
