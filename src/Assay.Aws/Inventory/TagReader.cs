using System.Text.Json;
using Assay.Aws.Reading;
using Assay.Aws.Transport;
using Assay.Diagnostics;

namespace Assay.Aws.Inventory;

/// <summary>Tags of resources, one call each; what is refused once is not asked again.</summary>
internal sealed class TagReader(Place place)
{
    private readonly List<ApiError> errors = [];
    private int asked;

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(string arn, CancellationToken cancellationToken)
    {
        if (errors.Exists(error => error.Kind is ErrorKind.Denied or ErrorKind.NotOffered or ErrorKind.Unreachable))
        {
            return new Dictionary<string, string>();
        }

        asked++;
        var reply = await place.AskAsync(
            place.Call(AllowedOperations.ListTagsForResource) with
            {
                Body = JsonBody.Write(writer => writer.WriteString("resourceARN", arn)),
            },
            cancellationToken);
        var (tags, error) = reply.Error is null ? Parse(reply.Body) : (new Dictionary<string, string>(), reply.Error);
        if (error is not null)
        {
            errors.Add(error);
        }

        return tags;
    }

    public async Task CoverAsync(CancellationToken cancellationToken)
    {
        if (errors.Count == 0)
        {
            await place.WholeAsync(Sources.Tags, cancellationToken);
            return;
        }

        var status = errors.Count == asked ? ReadStatus.Absent : ReadStatus.Partial;
        await place.MissingAsync(
            new Gap(Sources.Tags, status, AllowedOperations.ListTagsForResource, errors[0]), cancellationToken);
    }

    private static (Dictionary<string, string> Tags, ApiError? Error) Parse(byte[] body)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(body);
            foreach (var tag in document.RootElement.List("tags"))
            {
                if (tag.Text("key") is { } key)
                {
                    tags[key] = tag.Text("value") ?? "";
                }
            }

            return (tags, null);
        }
        catch (JsonException)
        {
            return (tags, ApiError.NoJson);
        }
    }
}
