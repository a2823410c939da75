using System.Globalization;
using System.Text;
using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Ingesting;

/// <summary>An account whose invocation logs are in a bucket, in a log group, or in both.</summary>
internal static class LogWorld
{
    public const string Folder = $"p/AWSLogs/{Everything.Account}/BedrockModelInvocationLogs/us-east-1/";

    public const string Group = "/acme/bedrock";

    public const string Stream = "aws/bedrock/modelinvocations";

    /// <summary>One call. Counts of all of them sum to what a test reckons: input 100 + id, output 10.</summary>
    public static string Record(int id, string time = "2026-11-02T08:00:00Z", int textLength = 40) =>
        "{\"schemaType\":\"ModelInvocationLog\",\"schemaVersion\":\"1.0\",\"timestamp\":\"" + time
        + "\",\"accountId\":\"" + Everything.Account + "\",\"identity\":{\"arn\":\"arn:aws:sts::" + Everything.Account
        + ":assumed-role/app/i-0abc\"},\"region\":\"us-east-1\",\"requestId\":\"00000000-0000-4000-8000-"
        + id.ToString("D12", CultureInfo.InvariantCulture) + "\",\"operation\":\"Converse\",\"modelId\":\""
        + Everything.Sonnet + "\",\"input\":{\"inputBodyJson\":{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\""
        + new string((char)('a' + id % 26), textLength) + id + "\"}]}]},\"inputTokenCount\":" + (100 + id)
        + "},\"output\":{\"outputBodyJson\":{},\"outputTokenCount\":10}}";

    /// <summary>A file of records with these numbers.</summary>
    public static byte[] Lines(int from, int count, int textLength = 40) => Encoding.UTF8.GetBytes(
        string.Concat(Enumerable.Range(from, count).Select(id => Record(id, textLength: textLength) + "\n")));

    public static string Key(int hour, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder}2026/11/02/{hour:D2}/{name}");

    /// <summary>Objects of the bucket <c>logs</c>.</summary>
    public static World Of(params IEnumerable<(string Key, byte[] Body)> objects)
    {
        var all = objects.ToList();
        return With(account => account with
        {
            Buckets = new Dictionary<string, IReadOnlyList<string>> { ["logs"] = [.. all.Select(each => each.Key)] },
            Objects = all.ToDictionary(each => "logs/" + each.Key, each => new StoredObject { Body = each.Body }),
        });
    }

    public static World With(Func<Account, Account> change, World? world = null) => (world ?? Everything.World) with
    {
        Accounts =
        [
            .. (world ?? Everything.World).Accounts.Select(
                account => account.Id == Everything.Account ? change(account) : account),
        ],
    };

    /// <summary>Events of the log group in us-east-1.</summary>
    public static World OfEvents(params IEnumerable<LogEvent> events) => With(account => account with
    {
        Regions = new Dictionary<string, RegionWorld>
        {
            ["us-east-1"] = new()
            {
                LogGroups = new Dictionary<string, IReadOnlyList<LogEvent>> { [Group] = [.. events] },
            },
        },
    });

    public static LogEvent Event(int id, DateTimeOffset time) => new(
        Stream, time.ToUnixTimeMilliseconds(),
        Record(id, time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));

    public static Task<Ran> IngestAsync(FakeAwsServer aws, string ledger, params IEnumerable<string> arguments) =>
        Everything.At(aws).RunAsync([
            "ingest", "--ledger", ledger, "--format", "json", "--region", "us-east-1", .. arguments]);

    /// <summary>All that is known of calls, apart from where they were found.</summary>
    public static async Task<string> RowsAsync(string ledger)
    {
        var rows = new StringBuilder();
        foreach (var query in (string[])
            ["select * exclude (place, line) from calls order by all", "select * from shape order by all",
                "select * from cost order by all"])
        {
            rows.Append((await Shell.Bare.RunAsync("sql", "--ledger", ledger, "--format", "csv", query)).EndsWith(0).Out);
        }

        return rows.ToString();
    }
}
