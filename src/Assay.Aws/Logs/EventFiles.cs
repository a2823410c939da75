using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Assay.Aws.Reading;
using Assay.Aws.Transport;
using Assay.Calls;
using Assay.Usage;

namespace Assay.Aws.Logs;

/// <summary>
/// Events of a log group as files of calls, a line each: whole pages, gathered until they are worth a file. A record
/// that is read again is known by its request id.
/// </summary>
internal sealed class EventFiles(ITransport transport, string region, LogRequest request, CancellationToken stop)
{
    private const string Stream = "aws/bedrock/modelinvocations";

    private const int Enough = 4 << 20;

    /// <summary>Events that come while they are read would give a last page that never ends.</summary>
    private readonly DateTimeOffset until = request.Window?.To ?? TimeProvider.System.GetUtcNow();

    private readonly ArrayBufferWriter<byte> lines = new();

    private long? first;

    private bool isEmpty = true;

    public IEnumerable<CallFile> Of(string group) =>
        Feed.Of($"logs://{group}", ahead: 2, files => FindAsync(group, files), stop);

    private async Task FindAsync(string group, ChannelWriter<CallFile> files)
    {
        for (string? token = null; ;)
        {
            var reply = await transport.SendAsync(Question(group, token), stop);
            var error = reply.Error;
            string? next = null;
            error ??= TryTake(reply.Body, out next) ? null : ApiError.NoJson;
            error ??= next is not null && next == token ? ApiError.Circle : null;
            token = next;
            if (lines.WrittenCount >= Enough || error is not null || string.IsNullOrEmpty(token))
            {
                await HandOnAsync(group, files);
            }

            if (error is not null)
            {
                throw Refusal.Of(error, AllowedOperations.FilterLogEvents, group);
            }

            if (string.IsNullOrEmpty(token))
            {
                break;
            }
        }

        if (isEmpty)
        {
            throw new UnreadableException(
                $"there are no events in streams of {Stream}{(request.Window is null ? "" : " in these hours")}",
                "check that invocation logging goes to this log group");
        }
    }

    private ApiCall Question(string group, string? token) =>
        new("", region, AllowedOperations.FilterLogEvents)
        {
            Body = JsonBody.Write(writer =>
            {
                writer.WriteString("logGroupName", group);
                writer.WriteString("logStreamNamePrefix", Stream);
                if (request.Window is { } window)
                {
                    writer.WriteNumber("startTime", Math.Max(0, window.From.ToUnixTimeMilliseconds()));
                }

                // The end is inside for the service, and outside of a window.
                writer.WriteNumber("endTime", Math.Max(0, until.ToUnixTimeMilliseconds() - 1));
                writer.WriteNumber("limit", 10_000);
                writer.Optional("nextToken", token);
            }),
        };

    private bool TryTake(byte[] body, out string? next)
    {
        next = null;
        try
        {
            using var page = JsonDocument.Parse(body);
            next = page.RootElement.Text("nextToken");
            foreach (var each in page.RootElement.List("events"))
            {
                if (each.Member("message") is { ValueKind: JsonValueKind.String } message)
                {
                    isEmpty = false;
                    first ??= each.Whole("timestamp");
                    Add(Text(message));
                }
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The event that says that delivery works is no record.</summary>
    private void Add(string message)
    {
        if (!message.StartsWith("Permissions are correctly set", StringComparison.Ordinal))
        {
            lines.Write(Encoding.UTF8.GetBytes(message.ReplaceLineEndings(" ")));
            lines.Write("\n"u8);
        }
    }

    /// <summary>A message with half a character is handed on as it is written: no record, which is counted.</summary>
    private static string Text(JsonElement message)
    {
        try
        {
            return message.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return message.GetRawText();
        }
    }

    private async Task HandOnAsync(string group, ChannelWriter<CallFile> files)
    {
        if (lines.WrittenCount == 0)
        {
            return;
        }

        var bytes = lines.WrittenSpan.ToArray();
        var time = DateTimeOffset.UnixEpoch.AddMilliseconds(first ?? 0);
        var place = string.Create(CultureInfo.InvariantCulture, $"logs://{group}#{time:yyyy-MM-ddTHH:mm:ss.fffZ}");
        await files.WriteAsync(
            new CallFile(place, bytes.Length, () => new MemoryStream(bytes, writable: false)), stop);
        lines.ResetWrittenCount();
        first = null;
    }
}
