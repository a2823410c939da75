using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Identity;

/// <summary>Account management: which Regions the account has opted in to.</summary>
internal sealed class AccountService : FakeService
{
    private const int PageSize = 50;

    public override string SigningName => "account";

    public override Protocol Protocol => Protocol.RestJson;

    public override IReadOnlyList<string> OnlyRegions => ["us-east-1"];

    public override string? OperationOf(Incoming request) =>
        request is { Method: "POST", RawPath: "/listRegions" } ? "ListRegions" : null;

    public override Reply Answer(ServiceCall call)
    {
        var input = call.Request.Json();
        if (input.Text("AccountId") is { } other && other != call.Caller.Account)
        {
            throw new AwsException(
                Fault.AccessDenied,
                $"User: {call.Caller.Arn} is not authorized to perform: account:ListRegions (Your organization must "
                + "first enable trusted access with AWS Account Management.)");
        }

        var statuses = input.Items("RegionOptStatusContains").Select(s => s.GetString()).ToList();
        var regions = call.Account.Regions
            .Where(r => statuses.Count == 0 || statuses.Contains(r.Value.OptStatus))
            .OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        var size = input.Int("MaxResults") ?? PageSize;
        if (size is < 1 or > PageSize)
        {
            throw new AwsException("ValidationException", "MaxResults must be between 1 and 50.");
        }

        var page = Page<KeyValuePair<string, RegionWorld>>.Of(
            regions, size, input.Text("NextToken"), call.Caller.Account + string.Join(',', statuses),
            () => new AwsException("ValidationException", "NextToken is not valid."));
        return Reply.Json(Protocol, json => Write(json, page));
    }

    private static void Write(Utf8JsonWriter json, Page<KeyValuePair<string, RegionWorld>> page)
    {
        json.WriteStartArray("Regions");
        foreach (var (name, region) in page.Items)
        {
            json.WriteStartObject();
            json.WriteString("RegionName", name);
            json.WriteString("RegionOptStatus", region.OptStatus);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (page.NextToken is { } token)
        {
            json.WriteString("NextToken", token);
        }
    }
}
