using System.CommandLine;
using System.Text.RegularExpressions;
using Assay.Aws.Permissions;
using Assay.Cli.Running;
using Assay.Diagnostics;

namespace Assay.Cli.Commands;

/// <summary><c>assay iam-policy</c>: the permissions a scan needs, and no others.</summary>
internal sealed partial class IamPolicyCommand : ICommand
{
    private readonly Option<string> format = new("--format")
    {
        Description = "json for the caller; cloudformation or terraform for a role that trusts the caller's account",
        DefaultValueFactory = _ => "json",
        HelpName = "FORM",
        CompletionSources = { "json", "cloudformation", "terraform" },
    };

    private readonly Option<bool> withLogsAndBilling = new("--with-logs-and-billing")
    {
        Description = "also Cost Explorer, exports of the bill, and invocation logs in S3",
    };

    private readonly Option<string> roleName = new("--role-name")
    {
        Description = "role that is read in other accounts",
        DefaultValueFactory = _ => "assay-reader",
        HelpName = "NAME",
    };

    private readonly Option<string?> bucket = new("--bucket")
    {
        Description = "bucket of the invocation logs (default: any, below the path that Bedrock writes to)",
        HelpName = "NAME",
    };

    public Command Build()
    {
        var command = new Command("iam-policy", "The permissions that a scan needs, and no others.")
        {
            format, withLogsAndBilling, roleName, bucket,
        };
        command.SetAction(parsed => (int)Print(parsed));
        return command;
    }

    private ExitCode Print(ParseResult parsed)
    {
        var form = parsed.GetValue(format)!;
        var policy = new ReaderPolicy
        {
            RoleName = Checked(roleName.Name, parsed.GetValue(roleName)!, RoleNames(), "as assay-reader"),
            Bucket = parsed.GetValue(bucket) is { } name
                ? Checked(bucket.Name, name, BucketNames(), "without s3:// and without a path")
                : null,
            WithLogsAndBilling = parsed.GetValue(withLogsAndBilling),
            ForTheRoleItself = form != "json",
        };
        Console.Out.WriteLine(form switch
        {
            "json" => PolicyJson.Document(policy.Statements),
            "cloudformation" => RoleTemplate.CloudFormation(policy),
            "terraform" => RoleTemplate.Terraform(policy),
            _ => throw new AssayException(
                ExitCode.Usage, $"no form is called {form}", "choose from: json, cloudformation, terraform"),
        });
        return ExitCode.Done;
    }

    /// <summary>A wildcard or a quote in an ARN or a template would allow more than it says.</summary>
    private static string Checked(string option, string name, Regex allowed, string remedy) => allowed.IsMatch(name)
        ? name
        : throw new AssayException(ExitCode.Usage, $"{option} {name} is no such name", $"write it {remedy}");

    [GeneratedRegex(@"^[A-Za-z0-9+=,.@_-]{1,64}\z")]
    private static partial Regex RoleNames();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketNames();
}
