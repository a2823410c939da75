using System.Globalization;
using Assay.Analysis.Levers;
using Assay.Findings;
using Assay.Models;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Analysis;

/// <summary>
/// Every lever's folder holds an account (<c>example.txt</c>) and what the lever says of it (<c>expected.txt</c>).
/// An example has a line a fact: <c>usage region modelId calls input output cacheRead cacheWrite [p50 p90 p99 max]</c>,
/// summed over fourteen days, <c>within</c> the same with the first UTC hour of the day and how many behind the modelId,
/// <c>minute region modelId tokens</c>, or
/// <c>provisioned region name foundationModel commitment|- ends|-</c>. A tier follows a modelId as <c>@priority</c>.
/// </summary>
public sealed class LeverExampleTests
{
    /// <summary>A lever that sees calls only has no account of metrics.</summary>
    public static TheoryData<string> Ids =>
        [.. Lever.All.Where(lever => File.Exists(Path.Combine(Folder(lever.Id), "example.txt"))).Select(lever => lever.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void A_lever_says_of_its_example_what_its_folder_expects(string id)
    {
        var folder = Folder(id);
        var report = Some.Report([.. Example(id)]);
        var said = report.Findings.Where(finding => finding.Lever == id).Select(Say);
        var expected = Path.Combine(folder, "expected.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(expected, string.Join("\n", said) + "\n");
        }

        Assert.Equal(File.ReadAllText(expected).TrimEnd().Split('\n'), string.Join("\n", said).Split('\n'));
    }

    [Theory, MemberData(nameof(Ids))]
    public void An_example_makes_the_lever_speak_and_holds_a_row_on_which_it_is_silent(string id)
    {
        var folder = Folder(id);
        var rows = File.ReadLines(Path.Combine(folder, "example.txt"))
            .Where(line => line.StartsWith("usage", StringComparison.Ordinal) || line.StartsWith("within", StringComparison.Ordinal));
        var said = File.ReadAllText(Path.Combine(folder, "expected.txt"));
        Assert.NotEmpty(said.Trim());
        Assert.Contains(rows, row => !said.Contains(row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2], StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Every_finding_has_its_number_a_remedy_with_code_in_five_languages_and_a_check(string id)
    {
        var report = Some.Report([.. Example(id)]);
        Assert.All(report.Findings.Where(finding => finding.Lever == id), finding =>
        {
            Assert.Contains(finding.Title, char.IsAsciiDigit);
            Assert.Equal(["python", "typescript", "csharp", "java", "bash"], finding.Remedy.Snippets.Select(snippet => snippet.Language).Where(language => !language.StartsWith("json-", StringComparison.Ordinal)));
            Assert.DoesNotContain(finding.Remedy.Snippets, snippet => snippet.Code.Contains("{{", StringComparison.Ordinal));
            Assert.StartsWith("aws cloudwatch get-metric-", finding.Verify, StringComparison.Ordinal);
            Assert.NotEmpty(finding.Saving?.Assumptions ?? ["no price"]);
        });
    }

    /// <summary>The account in a lever's folder.</summary>
    internal static IReadOnlyList<Fact> Example(string id) =>
    [
        .. File.ReadLines(Path.Combine(Folder(id), "example.txt")).Where(line => line.Length > 0 && line[0] != '#')
            .SelectMany(Facts),
        .. Some.Complete("cloudwatch-metrics"),
    ];

    private static string Folder(string id) => Repository.At(
        "src/Assay.Analysis/Levers/" + Lever.All.Single(lever => lever.Id == id).GetType().Name[..^"Lever".Length]);

    private static string Say(Finding finding)
    {
        var saving = finding.Saving is { } s
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{s.Standalone.Low.Amount:0.00} {s.Standalone.Expected.Amount:0.00} {s.Standalone.High.Amount:0.00} {s.Evidence}")
                + (s.AvailableFrom is { } from ? $" from {from:yyyy-MM-dd}" : "")
                + (s.Needs is { } setting ? $" needs {setting}" : "")
            : "no price";
        return $"{finding.Check} | {finding.Subject.Region} | {finding.Subject.ModelId} | {saving} | {finding.Title}";
    }

    private static IEnumerable<Fact> Facts(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words[0] switch
        {
            "usage" => Usage(words, 0, 24),
            "within" => Usage([.. words[..3], .. words[5..]], (int)Number(words[3]), (int)Number(words[4])),
            "minute" => [new Fact.Demand(
                Some.Meter(Id(words), words[1]), [(Some.Window.From, new UsageCounts { Input = Number(words[3]) })])],
            "provisioned" => [Some.Provisioned(
                words[2], words[1], words[3], words[4] == "-" ? null : words[4], words[5] == "-" ? null : words[5])],
            _ => throw new InvalidDataException($"no fact is called {words[0]}"),
        };
    }

    private static IEnumerable<Fact> Usage(string[] words, int from, int hours)
    {
        var tier = words[2].Split('@') is [_, var word] ? Enum.Parse<ServiceTier>(word, ignoreCase: true) : (ServiceTier?)null;
        var meter = Some.Meter(Id(words), words[1], tier);
        var counts = new UsageCounts
        {
            Invocations = Number(words[3]),
            Input = Number(words[4]),
            Output = Number(words[5]),
            CacheRead = Number(words[6]),
            CacheWriteUnknownTtl = Number(words[7]),
        };
        yield return Some.Spread(meter, counts, from, hours);
        if (words.Length > 8)
        {
            yield return new Fact.Distribution(
                meter, "OutputTokenCount", Some.Window, Number(words[8]), Number(words[9]), Number(words[10]), Number(words[11]));
        }
    }

    private static string Id(string[] words) => words[2].StartsWith("pt:", StringComparison.Ordinal)
        ? $"arn:aws:bedrock:{words[1]}:{Some.Account}:provisioned-model/{words[2][3..]}"
        : words[2].Split('@')[0];

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
