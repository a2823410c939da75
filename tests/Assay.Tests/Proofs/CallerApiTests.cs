using Assay.Analysis.Levers;
using Assay.Findings;
using Assay.Ledgers;
using Assay.Tests.Replaying;
using Assay.Tests.Support;
using DuckDB.NET.Data;

namespace Assay.Tests.Proofs;

/// <summary>
/// What a finding of calls offers to paste is of the caller's API: the calls of each lever's folder, once as if Converse
/// had been called and once as if models had been invoked. A log tells which; the ledger is told here.
/// </summary>
public sealed class CallerApiTests
{
    private static readonly string[] Code = ["python", "typescript", "csharp", "java"];

    public static TheoryData<string, string> Calls => [.. Lever.All.Where(lever => lever.OfCalls.Count > 0)
        .SelectMany(lever => new[] { (lever.Id, "Converse"), (lever.Id, "InvokeModel") })];

    [Theory, MemberData(nameof(Calls))]
    public async Task Every_check_shows_code_and_requests_of_the_callers_API(string id, string operation)
    {
        var (own, other) = operation == "InvokeModel" ? ("invoke[-_]?model", "converse") : ("converse", "invoke[-_]?model");
        var findings = await FindingsAsync(id, operation);
        Assert.Equal(
            File.ReadLines(Path.Combine(FolderOf(id), "calls.expected.txt")).Select(line => line.Split(" | ")[0]).Distinct().Order(),
            findings.Select(finding => finding.Check).Distinct().Order());
        Assert.All(findings, finding =>
        {
            var snippets = finding.Remedy.Snippets.ToDictionary(snippet => snippet.Language, snippet => snippet.Code);
            Assert.All(Code, language => Assert.Matches("(?i)" + own, snippets[language]));
            Assert.All(snippets.Values, code => Assert.DoesNotMatch("(?i)" + other, code));
            // A job has no request before it, and an answer that is kept needs none.
            Assert.Equal(id is not "deduplicate", snippets.ContainsKey("json-after"));
            Assert.Equal(id is not ("deduplicate" or "batch"), snippets.ContainsKey("json-before"));
            Assert.NotEqual(snippets.GetValueOrDefault("json-before", ""), snippets.GetValueOrDefault("json-after"));
        });
    }

    private static string FolderOf(string id) => Repository.At(
        "src/Assay.Analysis/Levers/" + Lever.All.Single(lever => lever.Id == id).GetType().Name[..^"Lever".Length]);

    private static async Task<IReadOnlyList<Finding>> FindingsAsync(string id, string operation)
    {
        using var folder = new Folder();
        var ledger = Path.Combine(folder.Path, "ledger");
        await Traced.Ingest(ledger, Path.Combine(FolderOf(id), "calls.jsonl"));
        using (var connection = new DuckDBConnection("Data Source=" + ledger))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"update call set operation = '{operation}'";
            command.ExecuteNonQuery();
        }

        using var opened = Ledger.Open(ledger, "tests");
        return [.. Proved.Of(opened).Findings.Where(finding => finding.Lever == id)];
    }
}
