using System.CommandLine;
using Assay.Aws;

namespace Assay.Cli.Hosting;

/// <summary>Options of every verb that asks AWS: as whom, and where.</summary>
internal sealed class AccountOptions
{
    private readonly Option<string[]> region = new("--region")
    {
        Description = "Region to read, repeatable; 'all' for every Region of Bedrock (default: the configured one)",
        HelpName = "REGION",
    };

    private readonly Option<string?> profile = new("--profile")
    {
        Description = "profile of the AWS configuration",
        HelpName = "NAME",
    };

    private readonly Option<string[]> role = new("--role")
    {
        Description = "role in another account to read too, repeatable",
        HelpName = "ARN",
    };

    private readonly Option<string?> externalId = new("--external-id")
    {
        Description = "external id the roles ask for",
        HelpName = "ID",
    };

    private readonly Option<string?> organization = new("--organization")
    {
        Description = "role to assume in every active account of the organization",
        HelpName = "ROLE_NAME",
    };

    public IReadOnlyList<Option> All => [region, profile, role, externalId, organization];

    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Add(option);
        }
    }

    public ScanRequest Into(ScanRequest request, ParseResult parsed) => request with
    {
        Regions = parsed.GetValue(region) ?? [],
        Profile = parsed.GetValue(profile),
        Roles = parsed.GetValue(role) ?? [],
        ExternalId = parsed.GetValue(externalId),
        OrganizationRole = parsed.GetValue(organization),
    };
}
