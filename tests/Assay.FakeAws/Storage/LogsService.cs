using System.Globalization;
using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Storage;

/// <summary>CloudWatch Logs as far as reading goes. Every other page is empty and has a token all the same.</summary>
internal sealed class LogsService : TargetService
{
    public LogsService()
        : base("Logs_20140328") =>
        Operations = new Dictionary<string, Func<ServiceCall, JsonElement, Reply>> { ["FilterLogEvents"] = Filter };

    public override string SigningName => "logs";

    protected override IReadOnlyDictionary<string, Func<ServiceCall, JsonElement, Reply>> Operations { get; }

    private static Reply Filter(ServiceCall call, JsonElement input)
    {
        if (!call.RegionWorld.LogGroups.TryGetValue(input.Text("logGroupName") ?? "", out var events))
        {
            throw new AwsException("ResourceNotFoundException", "The specified log group does not exist.");
        }

        var from = Long(input, "startTime") ?? 0;
        var to = Long(input, "endTime") ?? long.MaxValue;
        var size = Math.Min(input.Int("limit") ?? 10_000, call.Options.DefaultPageSize);
        var page = int.Parse(input.Text("nextToken") ?? "0", CultureInfo.InvariantCulture);
        var found = events.Where(each =>
            each.Timestamp >= from && each.Timestamp <= to
            && each.Stream.StartsWith(input.Text("logStreamNamePrefix") ?? "", StringComparison.Ordinal)).ToList();
        var shown = page % 2 == 1 ? found.Skip(page / 2 * size).Take(size).ToList() : [];
        return Reply.Json(Protocol.Json11, writer =>
        {
            writer.WriteStartArray("events");
            shown.ForEach(each => Write(writer, each));
            writer.WriteEndArray();
            if ((page + 1) / 2 * size < found.Count)
            {
                writer.WriteString("nextToken", (page + 1).ToString(CultureInfo.InvariantCulture));
            }
        });
    }

    private static long? Long(JsonElement input, string name) =>
        input.Member(name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt64() : null;

    private static void Write(Utf8JsonWriter writer, LogEvent each)
    {
        writer.WriteStartObject();
        writer.WriteString("logStreamName", each.Stream);
        writer.WriteNumber("timestamp", each.Timestamp);
        writer.WriteString("message", each.Message);
        writer.WriteNumber("ingestionTime", each.Timestamp + 500);
        writer.WriteEndObject();
    }
}
