using System.Text.Json;
using System.Xml.Linq;
using Assay.Outputs.Support;
using Assay.Reports;

namespace Assay.Outputs;

/// <summary>SARIF and JUnit: what CI shows of a report.</summary>
public sealed class CiFormTests
{
    [Fact]
    public void Sarif_has_what_its_standard_requires()
    {
        using var document = JsonDocument.Parse(Some.Print(Some.Report(), "sarif"));
        Assert.Equal("2.1.0", document.RootElement.GetProperty("version").GetString());
        var run = document.RootElement.GetProperty("runs").EnumerateArray().Single();
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.NotEmpty(driver.GetProperty("name").GetString()!);
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(rules.Count, rules.Select(rule => rule.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(rules, rule => Assert.NotEmpty(Text(rule, "help")));
        Assert.All(rules, rule => Assert.NotEmpty(Text(rule, "shortDescription")));
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(Some.Report().Findings.Count, results.Count);
        Assert.All(results, result =>
        {
            var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
            Assert.Equal(result.GetProperty("ruleId").GetString(), rule.GetProperty("id").GetString());
            Assert.NotEmpty(Text(result, "message"));
            var uri = result.GetProperty("locations")[0].GetProperty("physicalLocation")
                .GetProperty("artifactLocation").GetProperty("uri").GetString();
            Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Relative), uri);
        });
        Assert.Equal(
            ["error", "error", "warning", "warning", "note"],
            results.Select(result => result.GetProperty("level").GetString()));
    }

    [Fact]
    public void A_fingerprint_outlives_new_numbers_and_tells_findings_apart()
    {
        var report = Some.Report();
        var later = report with
        {
            Findings =
            [
                .. report.Findings.Select(each => each with { Title = "9 of 9.", Saving = null, Reason = "new" }),
            ],
        };
        var prints = Fingerprints(report);
        Assert.Equal(prints, Fingerprints(later));
        Assert.Equal(report.Findings.Select(each => each.Id).Distinct().Count(), prints.Distinct().Count());
    }

    [Fact]
    public void Sarif_tells_what_is_unknown_beside_the_results()
    {
        using var document = JsonDocument.Parse(Some.Print(Some.Report(), "sarif"));
        var told = document.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0]
            .GetProperty("toolExecutionNotifications").EnumerateArray().ToList();
        var unknown = told.Single(each => each.TryGetProperty("associatedRule", out _));
        Assert.Equal("output-tail", unknown.GetProperty("associatedRule").GetProperty("id").GetString());
        Assert.StartsWith("unknown, not ok", Text(unknown, "message"), StringComparison.Ordinal);
        Assert.Contains(told, each => Text(each, "message").Contains("throttled 5 times", StringComparison.Ordinal));
    }

    [Fact]
    public void A_message_of_sarif_has_neither_placeholders_nor_links_of_the_account()
    {
        var printed = Some.Print(Poison.Everywhere(Some.Report(), "{0} [here](1)"), "sarif");
        using var document = JsonDocument.Parse(printed);
        var message = Text(document.RootElement.GetProperty("runs")[0].GetProperty("results")[0], "message");
        Assert.Contains("{{0}} [here] (1)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Junit_has_a_test_case_for_each_check_and_only_silence_passes()
    {
        var suites = XDocument.Parse(Some.Print(Some.Report(), "junit")).Root!;
        var suite = suites.Elements("testsuite").Single();
        var cases = suite.Elements("testcase").ToDictionary(each => each.Attribute("name")!.Value);
        Assert.Equal(Some.Report().Checks.Select(row => row.Check.Id), cases.Keys);
        Assert.All(Some.Report().Checks, row => Assert.Equal(
            row.Status switch
            {
                CheckStatus.Fired => "failure",
                CheckStatus.Unknown => "skipped",
                _ => null,
            },
            cases[row.Check.Id].Elements().SingleOrDefault()?.Name.LocalName));
        Assert.Equal("7", suite.Attribute("tests")!.Value);
        Assert.Equal("5", suite.Attribute("failures")!.Value);
        Assert.Equal("1", suite.Attribute("skipped")!.Value);
        Assert.StartsWith(
            "unknown, not ok: cloudwatch-percentiles",
            cases["output-tail"].Element("skipped")!.Attribute("message")!.Value, StringComparison.Ordinal);
        Assert.Contains("not judged: model x", cases["cache-read-rate-low"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_finding_is_in_the_failure_of_its_check()
    {
        var failures = XDocument.Parse(Some.Print(Some.Report(), "junit")).Descendants("failure")
            .Select(each => each.Value).ToList();
        Assert.All(Some.Report().Findings, finding =>
            Assert.Single(failures, text => text.Contains(finding.Title, StringComparison.Ordinal)));
    }

    private static List<string> Fingerprints(Report report)
    {
        using var document = JsonDocument.Parse(Some.Print(report, "sarif"));
        return
        [
            .. document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result =>
                result.GetProperty("partialFingerprints").GetProperty("findingId/v1").GetString()!),
        ];
    }

    private static string Text(JsonElement owner, string name) =>
        owner.GetProperty(name).GetProperty("text").GetString()!;
}
