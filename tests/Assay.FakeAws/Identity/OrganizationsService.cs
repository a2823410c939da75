using System.Text.Json;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Identity;

/// <summary>Organizations: the accounts of the world, for those who may list them.</summary>
internal sealed class OrganizationsService : TargetService
{
    private const int PageSize = 20;

    // Every account of the fake has joined at the same instant; nothing depends on it.
    private const double Joined = 1_600_000_000.25;

    public OrganizationsService()
        : base("AWSOrganizationsV20161128") =>
        Operations = new Dictionary<string, Func<ServiceCall, JsonElement, Reply>>
        {
            ["ListAccounts"] = ListAccounts,
            ["DescribeOrganization"] = (call, _) => DescribeOrganization(call),
        };

    public override string SigningName => "organizations";

    public override IReadOnlyList<string> OnlyRegions => ["us-east-1"];

    protected override IReadOnlyDictionary<string, Func<ServiceCall, JsonElement, Reply>> Operations { get; }

    private static Organization InUse(ServiceCall call) => call.World.Organization
        ?? throw new AwsException(
            "AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");

    private static Reply ListAccounts(ServiceCall call, JsonElement input)
    {
        var organization = InUse(call);
        if (organization.ManagementAccountId != call.Caller.Account
            && !organization.DelegatedAdministrators.Contains(call.Caller.Account))
        {
            throw new AwsException("AccessDeniedException", "You don't have permissions to access this resource.");
        }

        var size = input.Int("MaxResults") ?? PageSize;
        if (size is < 1 or > PageSize)
        {
            throw new AwsException(
                "InvalidInputException", "You provided a value that does not match the required pattern.");
        }

        var page = Page<Account>.Of(
            call.World.Accounts, size, input.Text("NextToken"), call.Caller.Account,
            () => new AwsException("InvalidInputException", "You specified an invalid value for nextToken."));
        return Reply.Json(Protocol.Json11, json =>
        {
            json.WriteStartArray("Accounts");
            foreach (var account in page.Items)
            {
                Write(json, account, organization);
            }

            json.WriteEndArray();
            if (page.NextToken is { } token)
            {
                json.WriteString("NextToken", token);
            }
        });
    }

    private static void Write(Utf8JsonWriter json, Account account, Organization organization)
    {
        json.WriteStartObject();
        json.WriteString("Id", account.Id);
        json.WriteString("Arn", Arn("account", organization, account.Id));
        json.WriteString("Email", account.Email);
        json.WriteString("Name", account.Name);
        json.WriteString("Status", account.Status);
        json.WriteString("State", account.Status);
        json.WriteString("JoinedMethod", account.Id == organization.ManagementAccountId ? "INVITED" : "CREATED");
        json.WritePropertyName("JoinedTimestamp");
        CoralNumber.Write(json, Joined);
        json.WriteEndObject();
    }

    private static Reply DescribeOrganization(ServiceCall call)
    {
        var organization = InUse(call);
        var management = call.World.Accounts.FirstOrDefault(a => a.Id == organization.ManagementAccountId);
        return Reply.Json(Protocol.Json11, json =>
        {
            json.WriteStartObject("Organization");
            json.WriteString("Id", organization.Id);
            json.WriteString(
                "Arn",
                $"arn:aws:organizations::{organization.ManagementAccountId}:organization/{organization.Id}");
            json.WriteString("FeatureSet", "ALL");
            json.WriteString("MasterAccountArn", Arn("account", organization, organization.ManagementAccountId));
            json.WriteString("MasterAccountId", organization.ManagementAccountId);
            json.WriteString("MasterAccountEmail", management?.Email ?? "");
            json.WriteStartArray("AvailablePolicyTypes");
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static string Arn(string kind, Organization organization, string id) =>
        $"arn:aws:organizations::{organization.ManagementAccountId}:{kind}/{organization.Id}/{id}";
}
