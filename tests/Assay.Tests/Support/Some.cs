using Assay.Analysis.Owners;
using Assay.Analysis.Pricing;
using Assay.Analysis.Reporting;
using Assay.Diagnostics;
using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;
using Assay.Reports;
using Assay.Usage;

namespace Assay.Tests.Support;

/// <summary>Facts and reports with only what a test is about.</summary>
internal static class Some
{
    public const string Account = "111122223333";

    public const string Sonnet = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    private static readonly Lazy<PriceBook> Read = new(() => PriceFiles.Read(Files()));

    private static readonly Lazy<PriceBook> All = new(() => PriceFiles.Read(Files(), withdrawn: true));

    public static PriceBook Book => Read.Value;

    /// <summary>The book with the periods that were withdrawn.</summary>
    public static PriceBook Landed => All.Value;

    /// <summary>Fourteen days that end on 2026-11-23.</summary>
    public static Window Window { get; } = new(At("2026-11-09"), At("2026-11-23"));

    public static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse(time, null, System.Globalization.DateTimeStyles.AssumeUniversal);

    public static Meter Meter(string modelId = Sonnet, string region = "us-east-1", ServiceTier? tier = null, string account = Account) =>
        new(account, region, Endpoint.Runtime, modelId, Tier: tier);

    /// <summary>Counts of one hour.</summary>
    public static Fact.Series Hour(Meter meter, UsageCounts counts, string hour = "2026-11-10T08:00Z") =>
        new(meter, 3600, [(At(hour), counts)]);

    /// <summary>Counts of the whole window, spread over its hours, or over some of each day.</summary>
    public static Fact.Series Spread(Meter meter, UsageCounts counts, int from = 0, int hours = 24, int days = 14)
    {
        var starts = Enumerable.Range(0, days)
            .SelectMany(day => Enumerable.Range(from, hours).Select(hour => Window.From.AddDays(day).AddHours(hour))).ToList();
        return new(meter, 3600, [.. starts.Select((start, i) => (start, Part(counts, i, starts.Count)))]);
    }

    /// <summary>A model unit in service since 2026-09-01.</summary>
    public static Fact.ProvisionedModel Provisioned(
        string name, string region, string foundation, string? commitment = null, string? ends = null, int units = 1) => new(
            Account, region, $"arn:aws:bedrock:{region}:{Account}:provisioned-model/{name}", name,
            $"arn:aws:bedrock:{region}::foundation-model/{foundation}", $"arn:aws:bedrock:{region}::foundation-model/{foundation}",
            units, "InService", commitment, ends is null ? null : At(ends), At("2026-09-01"), new Dictionary<string, string>());

    public static Ledger Filled(IEnumerable<Fact> facts, Window? window = null)
    {
        var ledger = Assay.Ledgers.Ledger.InMemory("tests");
        Write(ledger, facts, window);
        return ledger;
    }

    public static void Write(Ledger ledger, IEnumerable<Fact> facts, Window? window = null)
    {
        var writer = ledger.Write();
        foreach (var fact in facts)
        {
            writer.Append(fact);
        }

        writer.Commit(
            new Reading(window ?? Window, (window ?? Window).To, "tests", 7, 0.01m),
            new Dictionary<string, string?> { [Account] = null });
    }

    /// <summary>The whole path: facts, ledger, prices, report.</summary>
    public static Report Report(params Fact[] facts)
    {
        using var ledger = Filled(facts);
        return Report(ledger);
    }

    public static Report Report(Ledger ledger, Window? window = null)
    {
        new LedgerPricing(ledger, Book, OwnerRules.Default).Run(window ?? Window);
        return new ReportBuilder(ledger, Book, new ReportOptions("report", "0")).Build(window ?? Window);
    }

    /// <summary>A source that was read whole, in the Regions that tests use.</summary>
    public static IEnumerable<Fact> Complete(string source) =>
        ((string[])["us-east-1", "us-west-2", "eu-west-1"]).Select(
            region => new Fact.Read(new Coverage(source, Account, region, ReadStatus.Complete, null)));

    private static UsageCounts Part(UsageCounts counts, int hour, int hours)
    {
        long? Of(long? total) => total is { } t ? (t / hours) + (hour < t % hours ? 1 : 0) : null;
        return new()
        {
            Invocations = Of(counts.Invocations),
            ClientErrors = Of(counts.ClientErrors),
            ServerErrors = Of(counts.ServerErrors),
            Throttles = Of(counts.Throttles),
            Input = Of(counts.Input),
            Output = Of(counts.Output),
            CacheRead = Of(counts.CacheRead),
            CacheWriteUnknownTtl = Of(counts.CacheWriteUnknownTtl),
        };
    }

    /// <summary>One line of an invocation log.</summary>
    /// <param name="request">The request's body.</param>
    /// <param name="answer">The answer's body.</param>
    /// <param name="id">The last digits of the request id.</param>
    public static string LogRecord(
        string request, string answer = "{}", int id = 1, string time = "2026-11-02T08:00:00Z", long input = 100,
        string role = "app") =>
        "{\"schemaType\":\"ModelInvocationLog\",\"schemaVersion\":\"1.0\",\"timestamp\":\"" + time
        + "\",\"accountId\":\"" + Account + "\",\"identity\":{\"arn\":\"arn:aws:sts::" + Account + ":assumed-role/" + role
        + "/i-0abc\"},\"region\":\"us-east-1\",\"requestId\":\"00000000-0000-4000-8000-" + id.ToString("D12")
        + "\",\"operation\":\"Converse\",\"modelId\":\"" + Sonnet + "\",\"input\":{\"inputBodyJson\":" + request
        + ",\"inputTokenCount\":" + input + "},\"output\":{\"outputBodyJson\":" + answer + ",\"outputTokenCount\":10}}";

    private static IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> Files() =>
        Repository.Files("prices", "*.jsonc").Select(file => (Path.GetFileName(file), (ReadOnlyMemory<byte>)File.ReadAllBytes(file)));
}
