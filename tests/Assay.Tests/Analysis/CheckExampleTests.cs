using Assay.Analysis.Checks;
using Assay.Analysis.Reporting;
using Assay.Findings;
using Assay.Ledgers;
using Assay.Reports;
using Assay.Tests.Support;
using Assay.Usage;

namespace Assay.Tests.Analysis;

/// <summary>
/// Every check's folder holds three ledgers (<c>example.txt</c>): one where it fires, one where all was seen and it does
/// not, one where its sources were denied; and what the report says of each (<c>expected.txt</c>).
/// </summary>
public sealed class CheckExampleTests
{
    private const string Prelude = """
        create macro hours() as table
            select * from generate_series(timestamp '2026-11-09', timestamp '2026-11-22 23:00', interval 1 hour) as t(ts);
        create macro days() as table
            select * from generate_series(timestamp '2026-11-09', timestamp '2026-11-22', interval 1 day) as t(ts);
        """;

    public static TheoryData<string> Ids => [.. SqlCheck.All.Select(check => check.Id)];

    [Fact]
    public void There_are_forty_checks_and_more_and_no_two_are_called_the_same()
    {
        var ids = Assay.Analysis.Levers.Lever.All.SelectMany(lever => lever.Checks).Select(check => check.Id)
            .Concat(SqlCheck.All.Select(check => check.Id)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.InRange(ids.Count, 40, 400);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_check_says_of_its_examples_what_is_expected(string id)
    {
        var check = SqlCheck.All.Single(each => each.Id == id);
        string[] said =
        [
            .. Say(check, "fires", "complete"), .. Say(check, "silent", "complete"), .. Say(check, "unknown", "absent"),
        ];
        var expected = Repository.At($"src/Assay.Analysis/Checks/{id}/expected.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is not null)
        {
            File.WriteAllLines(expected, said);
        }

        Assert.Equal(File.ReadAllLines(expected), said);
        Assert.StartsWith("fires: Fired", said[0], StringComparison.Ordinal);
        Assert.Contains("silent: Silent", said);
        Assert.Contains(said, line => line.StartsWith("unknown: Unknown", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_check_has_words_that_stand_by_themselves(string id)
    {
        var check = SqlCheck.All.Single(each => each.Id == id);
        Assert.StartsWith($"# {check.Title}\n", check.Help, StringComparison.Ordinal);
        Assert.InRange(check.Remedy.Length, 20, 400);
        Assert.All(check.Parameters, each => Assert.Contains($"`{each.Key}` ({each.Default})", check.Help, StringComparison.Ordinal));
        Assert.All(check.Parameters, each => Assert.Contains("$" + each.Name, check.Sql, StringComparison.Ordinal));
        Assert.DoesNotContain("limit ", check.Sql, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("order by all", check.Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_that_is_set_decides()
    {
        using var folder = new Folder();
        using var ledger = Filled(folder, SqlCheck.All.Single(each => each.Id == "throttled"), "fires", "complete", out var window);
        var strict = new CheckChoice { Parameters = new Dictionary<string, decimal> { ["throttled.share"] = 0.11m } };

        Assert.Single(SqlFindings.Of(ledger, window, CheckChoice.Default), each => each.Check == "throttled");
        Assert.DoesNotContain(SqlFindings.Of(ledger, window, strict), each => each.Check == "throttled");
    }

    [Fact]
    public void Chosen_checks_are_all_that_is_told_and_left_out_ones_are_not()
    {
        using var folder = new Folder();
        using var ledger = Filled(folder, SqlCheck.All.Single(each => each.Id == "throttled"), "fires", "complete", out var window);

        Assert.Equal(["throttled"], Build(ledger, window, new() { Only = ["throttled"] }).Checks.Select(row => row.Check.Id));
        Assert.DoesNotContain(Build(ledger, window, new() { Except = ["throttled"] }).Findings, each => each.Check == "throttled");
    }

    [Theory]
    [InlineData("throttled", "2026-12-01", true)]
    [InlineData("throttled/111122223333", "2026-12-01", true)]
    [InlineData("throttled/111122223333/us-east-1/anthropic.claude-sonnet-4-6", "2026-11-24", true)]
    [InlineData("throttled/1111", "2026-12-01", false)]
    [InlineData("throttled", "2026-11-23", false)]
    [InlineData("throttled", "2025-01-01", false)]
    public void A_mute_holds_until_its_day_and_then_says_so(string finding, string until, bool holds)
    {
        using var folder = new Folder();
        using var ledger = Filled(folder, SqlCheck.All.Single(each => each.Id == "throttled"), "fires", "complete", out var window);
        var report = Build(ledger, window, new() { Mutes = [new(finding, "known", DateOnly.Parse(until), "mutes.yaml, line 1")] });

        Assert.Equal(!holds, report.Findings.Any(each => each.Check == "throttled"));
        Assert.Equal(holds, report.Diagnostics.Any(each => each.What.Contains("1 findings are muted", StringComparison.Ordinal)));
        Assert.Equal(DateOnly.Parse(until) <= new DateOnly(2026, 11, 23), report.Diagnostics.Any(each => each.What.Contains("ended on", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Say(SqlCheck check, string part, string coverage)
    {
        using var folder = new Folder();
        using var ledger = Filled(folder, check, part, coverage, out var window);
        var report = Build(ledger, window, new() { Only = [check.Id] });
        var row = Assert.Single(report.Checks);
        yield return row.Unseen.Count == 0 ? $"{part}: {row.Status}" : $"{part}: {row.Status}: {string.Join("; ", row.Unseen)}";
        foreach (var finding in report.Findings)
        {
            var concerned = finding.ConcernsUsd is { } usd
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" | ${usd.Amount:0.00} a month")
                : "";
            yield return string.Join(" | ", finding.Id, finding.Severity, finding.Title) + concerned;
        }
    }

    private static Report Build(Ledger ledger, Window window, CheckChoice choice) =>
        new ReportBuilder(ledger, Some.Book, new ReportOptions("test", "0.0.0") { Checks = choice }).Build(window);

    private static Ledger Filled(Folder folder, SqlCheck check, string part, string coverage, out Window window)
    {
        var lines = File.ReadLines(Repository.At($"src/Assay.Analysis/Checks/{check.Id}/example.txt"))
            .SkipWhile(line => line != "# " + part).Skip(1).TakeWhile(line => !line.StartsWith('#')).ToList();
        var path = Path.Combine(folder.Path, part + ".duckdb");
        Ledger.Open(path, "tests").Dispose();
        using (var database = new Database(path))
        {
            database.Execute(Prelude);
            foreach (var line in lines.Where(line => line.StartsWith("insert", StringComparison.Ordinal)))
            {
                database.Execute(line.Replace(
                    "insert into line_item ",
                    "insert into line_item (meter_id, ts, kind, quantity, usd, usd_low, usd_high) ",
                    StringComparison.Ordinal));
            }

            // What an example says nothing of is a foundation model by its id.
            database.Execute("""
                insert into model_reference
                select distinct account, region, model_id, 'Foundation', 'in-region', model_id, null, null, null
                from meter anti join model_reference using (account, region, model_id)
                """);
            foreach (var model in Some.Book.Catalogue.Models)
            {
                var next = model.Successor is { } id ? Some.Book.Catalogue.Find(id) : null;
                database.Execute(string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"""
                    insert into known_model by name
                    select {Sql(model.Id)} as model, {Sql(model.Name)} as name, {Sql(model.Status)} as status,
                        cast({Sql(model.EndOfLife?.ToString("yyyy-MM-dd"))} as date) as end_of_life,
                        {Sql(next?.Id)} as successor, {Sql(next?.Name)} as successor_name,
                        {(next is null ? "null" : next.Tokenizer == model.Tokenizer ? "true" : "false")} as same_tokenizer,
                        {model.BurnDown?.ToString() ?? "null"} as burn_down
                    where exists (from model_reference where model = {Sql(model.Id)})
                    """));
            }

            foreach (var source in check.Sources)
            {
                var reason = coverage == "complete" ? "null" : "'denied'";
                database.Execute($"insert into coverage values ('{source}', '111122223333', 'us-east-1', '{coverage}', {reason})");
            }
        }

        var told = lines.Find(line => line.StartsWith("-- window:", StringComparison.Ordinal))?.Split(' ');
        window = told is null ? Some.Window : new(Some.At(told[2]), Some.At(told[3]));
        return Ledger.Open(path, "tests");
    }

    private static string Sql(string? text) =>
        text is null ? "null" : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
