using System.CommandLine;
using Assay.Aws.Logs;
using Assay.Usage;

namespace Assay.Cli.Hosting;

/// <summary>Options of <c>assay ingest</c> for logs in AWS: as whom, and where.</summary>
internal sealed class LogOptions
{
    private readonly Option<string?> region = new("--region")
    {
        Description = "Region of the log group, or of the bucket (default: the configured one)",
        HelpName = "REGION",
    };

    private readonly Option<string?> profile = new("--profile")
    {
        Description = "profile of the AWS configuration",
        HelpName = "NAME",
    };

    private readonly Option<string?> role = new("--role")
    {
        Description = "role to read as",
        HelpName = "ARN",
    };

    private readonly Option<string?> externalId = new("--external-id")
    {
        Description = "external id the role asks for",
        HelpName = "ID",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { region, profile, role, externalId })
        {
            command.Add(option);
        }
    }

    public LogRequest Read(ParseResult parsed, Window? window) => new()
    {
        Window = window,
        Region = parsed.GetValue(region),
        Profile = parsed.GetValue(profile),
        Role = parsed.GetValue(role),
        ExternalId = parsed.GetValue(externalId),
    };
}
