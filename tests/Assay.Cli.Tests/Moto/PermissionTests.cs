using System.Text;
using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Moto;

/// <summary>The shipped policy under the IAM of an AWS that others wrote.</summary>
public sealed class PermissionTests
{
    /// <summary>What moto can judge: it takes no signature of Bedrock's reads, and has no quotas and no exports.</summary>
    private static readonly string[] Judged =
    [
        "cloudwatch:ListMetrics", "cloudwatch:GetMetricData", "organizations:ListAccounts", "sts:AssumeRole",
        "ce:GetCostAndUsage",
    ];

    /// <summary>Asked by boto3: moto takes nobody's signature of a prefix with a slash, which the doctor's has.</summary>
    private static readonly string[] Bucket = ["s3:ListBucket", "s3:GetObject"];

    [Fact]
    public async Task The_policy_suffices_and_each_action_that_is_taken_out_gives_exit_4_and_is_named_alone()
    {
        using var moto = await MotoServer.StartAsync();
        using var folder = new TempFolder();
        var policy = (await Shell.Bare.RunAsync("iam-policy", "--with-logs-and-billing")).EndsWith(0).Out;
        await File.WriteAllTextAsync(folder.Sub("policy.json"), policy);
        var users = JsonSerializer.Deserialize<Dictionary<string, string[]>>(await Python.RunAsync(
            "moto_permissions.py", "boto3", [moto.Endpoint, folder.Sub("policy.json"), "assay-reader", .. Judged, .. Bucket]))!;
        using var http = new HttpClient();
        using var on = new StringContent("0", Encoding.ASCII);
        (await http.PostAsync(new Uri(moto.Endpoint + "/moto-api/reset-auth"), on)).EnsureSuccessStatusCode();

        foreach (var without in Judged.Prepend(""))
        {
            var ran = (await As(users[without], moto).RunAsync(
                "doctor", "--with-logs-and-billing", "--region", "us-east-1", "--organization", "assay-reader",
                "--format", "json")).EndsWith(4);

            var found = JsonDocument.Parse(ran.Out).RootElement;
            Assert.Equal(without.Length == 0 ? [] : [without], Subjects(found, "denied"));
            // Without the list nobody becomes the member, whose own role keeps the whole policy.
            string[] follows = without == "organizations:ListAccounts" ? ["sts:AssumeRole"] : [];
            Assert.Equal(
                Judged.Except([without, .. follows]).Order(StringComparer.Ordinal),
                Judged.Intersect(Subjects(found, "ok")).Except([without]).Order(StringComparer.Ordinal));
        }

        foreach (var without in Bucket.Prepend(""))
        {
            var allowed = await Python.RunAsync("moto_bucket.py", "boto3", [moto.Endpoint, .. users[without]]);
            Assert.Equal(Bucket.Where(action => action != without), allowed.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private static Shell As(string[] key, MotoServer moto) => Shell.Bare.With("AWS_ENDPOINT_URL", moto.Endpoint)
        .With("AWS_ACCESS_KEY_ID", key[0]).With("AWS_SECRET_ACCESS_KEY", key[1])
        .With("AWS_MAX_ATTEMPTS", "1");

    private static IEnumerable<string> Subjects(JsonElement found, string status) =>
        found.GetProperty("checks").EnumerateArray()
            .Where(check => check.GetProperty("status").GetString() == status)
            .Select(check => check.GetProperty("subject").GetString()!).Distinct();
}
