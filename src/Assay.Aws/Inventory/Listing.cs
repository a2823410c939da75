using System.Text.Json;
using Assay.Aws.Reading;
using Assay.Aws.Transport;
using Assay.Usage;

namespace Assay.Aws.Inventory;

/// <summary>A list of Bedrock's control plane and what an item of it means.</summary>
/// <param name="Items">The member that holds the items.</param>
/// <param name="Read">Null for an item without what identifies it.</param>
internal sealed record Listing(
    string Source, AllowedOperation Operation, string Items, Func<Place, JsonElement, Fact?> Read)
{
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [new("maxResults", "1000")];

    public Listing With(string name, string value) => this with { Query = [.. Query, new(name, value)] };

    /// <returns>What was listed before any error, and the error.</returns>
    public async Task<(IReadOnlyList<Fact> Facts, ApiError? Error)> ReadAsync(
        Place place, CancellationToken cancellationToken)
    {
        var listed = await new Pages(Items, "nextToken").ReadAsync(
            place,
            token => place.Call(Operation) with
            {
                Query = token is null ? Query : [.. Query, new("nextToken", token)],
            },
            cancellationToken);
        return ([.. listed.Items.Select(item => Read(place, item)).OfType<Fact>()], listed.Error);
    }

    /// <summary>Reads, and tells both the facts and how far it came.</summary>
    public async Task TellAsync(Place place, CancellationToken cancellationToken)
    {
        var (facts, error) = await ReadAsync(place, cancellationToken);
        foreach (var fact in facts)
        {
            await place.TellAsync(fact, cancellationToken);
        }

        await CoverAsync(place, facts.Count, error, cancellationToken);
    }

    public Task CoverAsync(Place place, int found, ApiError? error, CancellationToken cancellationToken) =>
        place.CoverAsync(Source, Operation, found, error, cancellationToken);
}
