using System.Globalization;
using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Bedrock;

/// <summary>Filters, sorts and pages one list.</summary>
internal static class ListQuery
{
    public static Reply Answer(ServiceCall call, BedrockList list)
    {
        var query = call.Request.Query.ToDictionary(p => p.Key, p => p.Value);
        var items = list.Items(call.RegionWorld).Where(item => list.Filters.All(f => Passes(item, f, query)));
        var page = Page<JsonElement>.Of(
            [.. Sort(items, list, query)], Size(call, list, query), query.GetValueOrDefault("nextToken"),
            call.Caller.Account + call.Region + list.Operation + string.Join('&',
                query.Where(p => p.Key is not ("nextToken" or "maxResults")).Select(p => $"{p.Key}={p.Value}")),
            () => new AwsException("ValidationException", "The provided nextToken is not valid."));
        var fields = list.Fields.Split(' ').ToHashSet();
        return Reply.Json(Protocol.RestJson, json =>
        {
            json.WriteStartArray(list.ResultKey);
            foreach (var item in page.Items)
            {
                json.WriteStartObject();
                foreach (var member in item.EnumerateObject().Where(m => fields.Contains(m.Name)))
                {
                    member.WriteTo(json);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (page.NextToken is { } token)
            {
                json.WriteString("nextToken", token);
            }
        });
    }

    private static int Size(ServiceCall call, BedrockList list, Dictionary<string, string> query)
    {
        if (!list.Paged)
        {
            return int.MaxValue;
        }

        if (!query.TryGetValue("maxResults", out var text))
        {
            return call.Options.DefaultPageSize;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && size is > 0 and <= 1000
            ? size
            : throw new AwsException(
                "ValidationException",
                $"1 validation error detected: Value '{text}' at 'maxResults' failed to satisfy constraint: Member "
                + "must have value between 1 and 1000");
    }

    private static IEnumerable<JsonElement> Sort(
        IEnumerable<JsonElement> items, BedrockList list, Dictionary<string, string> query)
    {
        if (list.TimeField is not { } field || !query.TryGetValue("sortBy", out _))
        {
            return items;
        }

        var sorted = items.OrderBy(i => i.Text(field), StringComparer.Ordinal);
        return query.GetValueOrDefault("sortOrder") == "Descending" ? sorted.Reverse() : sorted;
    }

    private static bool Passes(JsonElement item, ListFilter filter, Dictionary<string, string> query)
    {
        if ((query.GetValueOrDefault(filter.Parameter) ?? filter.Default) is not { Length: > 0 } wanted)
        {
            return true;
        }

        var actual = item.Text(filter.Field) ?? "";
        return filter.Pick switch
        {
            Pick.Equal => string.Equals(actual, wanted, StringComparison.OrdinalIgnoreCase),
            Pick.Contains => actual.Contains(wanted, StringComparison.OrdinalIgnoreCase),
            Pick.AnyOf => item.Items(filter.Field).Any(v => v.ValueEquals(wanted)),
            Pick.Before => Instant(actual) < Instant(wanted),
            _ => Instant(actual) > Instant(wanted),
        };
    }

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new AwsException("ValidationException", $"'{text}' is not a timestamp.");
}
