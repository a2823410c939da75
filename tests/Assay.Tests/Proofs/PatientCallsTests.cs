using Assay.Tests.Support;

namespace Assay.Tests.Proofs;

/// <summary>Flex and batch are for workloads for whose answers nobody seems to wait.</summary>
public sealed class PatientCallsTests
{
    private const string Plain = """{"messages":[{"role":"user","content":[{"text":"q"}]}]}""";

    [Fact]
    public async Task A_nightly_job_is_proposed_for_batch() =>
        Assert.Contains("batch-candidate", await ChecksAsync(line => line));

    [Fact]
    public async Task Answers_that_are_streamed_are_read_by_somebody() =>
        Assert.DoesNotContain("batch-candidate", await ChecksAsync(
            line => line.Replace("\"Converse\"", "\"ConverseStream\"", StringComparison.Ordinal)));

    [Fact]
    public async Task Calls_with_tools_do_not_go_to_batch() =>
        Assert.DoesNotContain("batch-candidate", await ChecksAsync(line => line.Replace(
            "\"messages\"",
            "\"toolConfig\":{\"tools\":[{\"toolSpec\":{\"name\":\"look\",\"inputSchema\":{\"json\":{}}}}]},\"messages\"",
            StringComparison.Ordinal)));

    [Fact]
    public async Task Two_nights_are_no_habit() =>
        Assert.DoesNotContain("batch-candidate", await ChecksAsync(line => line, days: 2));

    private static async Task<IReadOnlyList<string>> ChecksAsync(Func<string, string> edit, int days = 3)
    {
        var lines = Enumerable.Range(0, days * 4).Select(i => edit(Some.LogRecord(
            Plain.Replace("q", $"question {i}", StringComparison.Ordinal), "{}", i + 1,
            $"2026-11-{2 + (i / 4):00}T02:{i % 4:00}:00Z", 1000)));
        var report = await Proved.OfLinesAsync(lines);
        return [.. report.Findings.Where(finding => finding.Subject.Workload is not null).Select(finding => finding.Check)];
    }
}
