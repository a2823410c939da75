using System.Text.Json;
using Assay.Aws.Inventory;
using Assay.Aws.Metrics;
using Assay.Aws.Reading;
using Assay.Aws.Transport;
using Assay.Usage;

namespace Assay.Aws.Examinations;

/// <summary>Tries each operation of a scan once in one Region, with the smallest question it takes.</summary>
internal static class ScanPermissions
{
    /// <returns>Where invocation logs go; null where that could not be read.</returns>
    public static async Task<(string? Bucket, string? Prefix, string? Group)> TryAsync(
        Patient patient, Window window, CancellationToken cancellationToken)
    {
        var place = patient.Place;
        foreach (var call in Calls(place, window))
        {
            await patient.TryAsync(call, cancellationToken);
        }

        var logging = AllowedOperations.GetModelInvocationLoggingConfiguration;
        return await patient.TryAsync(place.Call(logging), cancellationToken) is { } answer
            ? Logging(patient, answer.Member("loggingConfig"))
            : default;
    }

    private static IEnumerable<ApiCall> Calls(Place place, Window window)
    {
        yield return place.Call(AllowedOperations.ListMetrics) with
        {
            Body = JsonBody.Write(writer => writer.WriteString("Namespace", MetricNames.Runtime)),
        };
        var hour = new MetricSpan(window.To.AddHours(-1), 3600, 1);
        MetricQuery[] one = [new(new SeriesKey(MetricNames.Runtime, "Invocations", []))];
        yield return place.Call(AllowedOperations.GetMetricData) with
        {
            Body = MetricRequest.Body(one, .., hour, token: null),
            Metrics = 1,
        };
        foreach (var listing in Listings.Alone(window).Append(Listings.InferenceProfiles).Append(Listings.Provisioned))
        {
            yield return place.Call(listing.Operation) with
            {
                Query = [.. listing.Query.Select(each => each.Key == "maxResults" ? new(each.Key, "1") : each)],
            };
        }

        var nobody = $"arn:aws:bedrock:{place.Region}:{place.Account}:application-inference-profile/assay000000";
        yield return place.Call(AllowedOperations.ListTagsForResource) with
        {
            Body = JsonBody.Write(writer => writer.WriteString("resourceARN", nobody)),
        };
        yield return place.Call(AllowedOperations.ListServiceQuotas) with
        {
            Body = JsonBody.Write(writer =>
            {
                writer.WriteString("ServiceCode", "bedrock");
                writer.WriteNumber("MaxResults", 1);
            }),
        };
    }

    private static (string? Bucket, string? Prefix, string? Group) Logging(Patient patient, JsonElement? config)
    {
        var group = config?.Member("cloudWatchConfig")?.Text("logGroupName");
        var s3 = config?.Member("s3Config");
        var bucket = s3?.Text("bucketName");
        if (bucket is null && group is null)
        {
            patient.Say(
                CheckStatus.Off, "invocation-logging", "is off: no single call can be read later",
                "switch it on under Settings of the Bedrock console, to S3, if prompts may be kept");
        }
        else
        {
            var where = bucket is null ? "logs://" + group : "s3://" + bucket;
            patient.Say(CheckStatus.Ok, "invocation-logging", "goes to " + where);
        }

        return (bucket, s3?.Text("keyPrefix"), group);
    }
}
