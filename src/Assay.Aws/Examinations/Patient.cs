using System.Collections.Concurrent;
using System.Text.Json;
using Assay.Aws.Reading;
using Assay.Aws.Transport;

namespace Assay.Aws.Examinations;

/// <summary>One account in one Region, and what is found there.</summary>
internal sealed class Patient(Place place, ConcurrentBag<Check> checks)
{
    public Place Place => place;

    public void Say(CheckStatus status, string subject, string what, string? remedy = null) =>
        checks.Add(new Check(status, subject, place.Account, place.Region, what) { Remedy = remedy });

    /// <summary>Asks once and says whether it may be asked.</summary>
    /// <returns>The answer; null where there is none.</returns>
    public async Task<JsonElement?> TryAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var action = call.Operation.IamAction!;
        var reply = await place.AskAsync(call, cancellationToken);
        if (reply.Error is not { } error)
        {
            Say(CheckStatus.Ok, action, "works");
            return Parse(reply.Body);
        }

        // What is refused for its content was let through by IAM, which is asked first.
        var status = error.Kind switch
        {
            ErrorKind.NotOffered => CheckStatus.Ok,
            ErrorKind.Denied => CheckStatus.Denied,
            _ => CheckStatus.Failed,
        };
        var isFine = status == CheckStatus.Ok;
        Say(
            status, action, isFine ? "works" : error.Describe(call.Operation),
            isFine ? null : error.Remedy(call.Operation));
        return null;
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
