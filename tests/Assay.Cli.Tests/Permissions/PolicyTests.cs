using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Aws;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Permissions;

/// <summary>The policy and the table of operations are one.</summary>
public sealed partial class PolicyTests
{
    [Fact]
    public async Task The_policy_of_both_tiers_is_the_table_of_operations_and_each_tier_is_what_its_verbs_ask()
    {
        var table = AllowedOperations.All.Where(each => each.IamAction is not null).ToList();
        var scan = table.Where(each => each.Purpose < Purpose.Bill);

        Assert.Equal(Sorted(table.Select(each => each.IamAction!).Distinct()), Sorted(await ActionsAsync("--with-logs-and-billing")));
        Assert.Equal(Sorted(scan.Select(each => each.IamAction!)), Sorted(await ActionsAsync()));
    }

    [Fact]
    public async Task Wildcards_are_only_where_an_action_knows_no_resource()
    {
        var policy = await PrintAsync("--with-logs-and-billing", "--bucket", "my-logs", "--role-name", "peek");

        var narrow = Statements(policy).Where(each => each.GetProperty("Resource").GetString() != "*")
            .ToDictionary(each => each.GetProperty("Action")[0].GetString()!, each => each.GetProperty("Resource").GetString());
        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["sts:AssumeRole"] = "arn:*:iam::*:role/peek",
                ["s3:ListBucket"] = "arn:*:s3:::my-logs",
                ["s3:GetObject"] = "arn:*:s3:::my-logs/*AWSLogs/*/BedrockModelInvocationLogs/*",
                ["logs:FilterLogEvents"] = "arn:*:logs:*:*:log-group:*",
            },
            narrow);
        Assert.DoesNotContain(Statements(policy).SelectMany(Actions), action => action.Contains('*'));
    }

    [Fact]
    public async Task The_templates_hold_the_same_statements_without_those_of_whoever_takes_the_role()
    {
        var ofRole = (await ActionsAsync("--with-logs-and-billing"))
            .Where(action => action is not ("sts:AssumeRole" or "organizations:ListAccounts")).ToList();

        var terraform = await PrintAsync("--with-logs-and-billing", "--format", "terraform");
        Assert.Equal(ofRole, Statements(Heredoc().Match(terraform).Groups["json"].Value).SelectMany(Actions));
        Assert.Contains("\"sts:ExternalId\" = var.external_id", terraform, StringComparison.Ordinal);

        using var folder = new TempFolder();
        var file = folder.Sub("role.yaml");
        await File.WriteAllTextAsync(file, await PrintAsync("--with-logs-and-billing", "--format", "cloudformation"));
        using var moto = await MotoServer.StartAsync();
        var made = JsonDocument.Parse(await Python.RunAsync("moto_stack.py", "boto3", moto.Endpoint, file)).RootElement;
        Assert.Equal(ofRole, Statements(made.GetProperty("policy").GetRawText()).SelectMany(Actions));
        var trust = made.GetProperty("trust").GetProperty("Statement")[0];
        Assert.Equal("arn:aws:iam::444455556666:root", trust.GetProperty("Principal").GetProperty("AWS").GetString());
        Assert.Equal(
            "secret-handshake",
            trust.GetProperty("Condition").GetProperty("StringEquals").GetProperty("sts:ExternalId").GetString());
    }

    [Theory]
    [InlineData("--role-name", "*")]
    [InlineData("--role-name", "a\"b")]
    [InlineData("--bucket", "s3://logs")]
    [InlineData("--bucket", "*")]
    [InlineData("--format", "yaml")]
    public async Task A_name_that_would_allow_more_than_it_says_is_refused(string option, string value) =>
        (await Shell.Bare.RunAsync("iam-policy", "--with-logs-and-billing", option, value)).Refuses(2, value);

    private static async Task<List<string>> ActionsAsync(params string[] options) =>
        [.. Statements(await PrintAsync(options)).SelectMany(Actions)];

    private static async Task<string> PrintAsync(params string[] options) =>
        (await Shell.Bare.RunAsync(options.Prepend("iam-policy"))).EndsWith(0).Out;

    private static List<JsonElement> Statements(string policy) =>
        [.. JsonDocument.Parse(policy).RootElement.GetProperty("Statement").EnumerateArray()];

    private static IEnumerable<string> Actions(JsonElement statement) =>
        statement.GetProperty("Action").EnumerateArray().Select(action => action.GetString()!);

    private static IEnumerable<string> Sorted(IEnumerable<string> texts) => texts.Order(StringComparer.Ordinal);

    [GeneratedRegex(@"<<JSON\n(?<json>.*?)\nJSON", RegexOptions.Singleline)]
    private static partial Regex Heredoc();
}
