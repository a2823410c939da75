using Assay.Aws.Reading;
using Assay.Aws.Transport;

namespace Assay.Aws.Metrics;

/// <summary>The series of one namespace that had data in the last two weeks.</summary>
internal sealed record SeriesListing(IReadOnlyList<SeriesKey> Series, ApiError? Error)
{
    private static readonly Pages Page = new("Metrics");

    public static async Task<SeriesListing> ReadAsync(Place place, string space, CancellationToken cancellationToken)
    {
        var listed = await Page.ReadAsync(
            place,
            token => place.Call(AllowedOperations.ListMetrics) with
            {
                Body = JsonBody.Write(writer =>
                {
                    writer.WriteString("Namespace", space);
                    writer.Optional("NextToken", token);
                }),
            },
            cancellationToken);
        var series = listed.Items.Select(item => new SeriesKey(
            space, item.Text("MetricName") ?? "",
            item.List("Dimensions").Select(d => (d.Text("Name") ?? "", d.Text("Value") ?? ""))));
        return new SeriesListing([.. series], listed.Error);
    }
}
