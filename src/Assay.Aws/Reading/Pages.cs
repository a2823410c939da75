using System.Text.Json;
using Assay.Aws.Transport;

namespace Assay.Aws.Reading;

/// <summary>What a paged operation gave: all there is, or what came before an error.</summary>
internal sealed record Listed(IReadOnlyList<JsonElement> Items, ApiError? Error);

/// <summary>Follows the tokens of a paged operation.</summary>
/// <param name="Items">The member that holds a page's items.</param>
/// <param name="Token">The member that holds the next page's token.</param>
internal sealed record Pages(string Items, string Token = "NextToken")
{
    public async Task<Listed> ReadAsync(Place place, Func<string?, ApiCall> ask, CancellationToken cancellationToken)
    {
        var items = new List<JsonElement>();
        var left = ask(null).Operation.MostPages;
        for (string? token = null; ; left--)
        {
            if (left == 0)
            {
                return new Listed(items, ApiError.TooLong);
            }

            var reply = await place.AskAsync(ask(token), cancellationToken);
            if (reply.Error is not null)
            {
                return new Listed(items, reply.Error);
            }

            if (!TryRead(reply.Body, items, out var next))
            {
                return new Listed(items, ApiError.NoJson);
            }

            if (string.IsNullOrEmpty(next))
            {
                return new Listed(items, Error: null);
            }

            if (next == token)
            {
                return new Listed(items, ApiError.Circle);
            }

            token = next;
        }
    }

    private bool TryRead(byte[] body, List<JsonElement> items, out string? next)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            items.AddRange(document.RootElement.List(Items).Select(item => item.Clone()));
            next = document.RootElement.Text(Token);
            return true;
        }
        catch (JsonException)
        {
            next = null;
            return false;
        }
    }
}
