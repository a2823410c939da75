using System.Diagnostics;
using System.Text.RegularExpressions;
using Assay.Analysis.Levers;
using Assay.Findings;
using Assay.Tests.Proofs;
using Assay.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Assay.Tests.Analysis;

/// <summary>
/// Code that findings show parses in its own language: every snippet of every example's findings, and every snippet file
/// with its places filled in. Each language is read by its own compiler, which is skipped where it is not installed.
/// </summary>
public sealed partial class SnippetTests
{
    /// <summary>Parses files of Java, statements and members alike, and says what is wrong with each.</summary>
    private const string Javac = """
        import java.net.URI; import java.nio.file.*; import java.util.*; import javax.tools.*; import com.sun.source.util.JavacTask;
        public class Parse {
            static List<String> wrong(String name, String code) throws Exception {
                var found = new DiagnosticCollector<JavaFileObject>();
                var file = new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override public CharSequence getCharContent(boolean ignored) { return code; }
                };
                var task = ToolProvider.getSystemJavaCompiler().getTask(null, null, found, List.of(), null, List.of(file));
                ((JavacTask) task).parse();
                var said = new ArrayList<String>();
                for (var each : found.getDiagnostics()) said.add(name + ":" + each.getLineNumber() + ": " + each.getMessage(null));
                return said;
            }
            public static void main(String[] files) throws Exception {
                for (var path : files) {
                    var name = Path.of(path).getFileName().toString().replace(".java", "");
                    var code = Files.readString(Path.of(path));
                    var statements = wrong(name, "class " + name + " { void run() throws Exception {\n" + code + "\n} }");
                    var members = statements.isEmpty() ? statements : wrong(name, "class " + name + " {\n" + code + "\n}");
                    for (var each : members.isEmpty() ? members : statements) System.out.println(each);
                }
            }
        }
        """;

    private const string Python = """
        import ast, sys
        for path in sys.argv[1:]:
            try:
                ast.parse(open(path).read())
            except SyntaxError as e:
                print(path, e)
        """;

    /// <summary>Takes the types out, as node does before it runs TypeScript; that reads all of the code.</summary>
    private const string Strip = """
        const { stripTypeScriptTypes } = require("node:module");
        if (!stripTypeScriptTypes) { console.log("node is too old"); process.exit(9); }
        for (const path of process.argv.slice(1)) {
          try { stripTypeScriptTypes(require("node:fs").readFileSync(path, "utf8")); } catch (e) { console.log(path, e.message); }
        }
        """;

    private static readonly Lazy<Task<IReadOnlyList<Snippet>>> All = new(ReadAsync);

    [Fact]
    public async Task Each_language_has_its_snippets()
    {
        var counts = (await All.Value).CountBy(snippet => snippet.Language).ToDictionary();
        Assert.All(new[] { "csharp", "java", "python", "typescript", "bash" }, language => Assert.InRange(counts[language], 20, 200));
        Assert.DoesNotContain(await All.Value, snippet => snippet.Code.Contains("{{", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CSharp_parses() => Assert.Empty((await Of("csharp")).SelectMany(snippet => CSharpSyntaxTree
        .ParseText(snippet.Code).GetDiagnostics().Where(each => each.Severity == DiagnosticSeverity.Error).Select(each => $"{each}\n{snippet.Code}")));

    [Fact]
    public async Task Java_parses() => await ParsesAsync("java", "S{0}.java", async (folder, files) =>
    {
        var parser = Path.Combine(folder.Path, "Parse.java");
        await File.WriteAllTextAsync(parser, Javac);
        return await RunAsync("java", ["--add-modules", "jdk.compiler", parser, .. files]);
    });

    [Fact]
    public async Task Python_parses() => await ParsesAsync("python", "s{0}.py", (_, files) => RunAsync("python3", ["-c", Python, .. files]));

    [Fact]
    public async Task Shell_parses() => await ParsesAsync("bash", "s{0}.sh", async (_, files) =>
    {
        var said = new List<string>();
        foreach (var file in files)
        {
            var one = await RunAsync("bash", ["-n", file]);
            Assert.SkipWhen(one is null, "bash is not on this machine");
            said.Add(one!.Value.Said);
        }

        return (0, string.Concat(said));
    });

    [Fact]
    public async Task TypeScript_parses() => await ParsesAsync("typescript", "s{0}.ts", async (folder, files) =>
    {
        var stripped = await RunAsync("node", ["--no-warnings", "-e", Strip, .. files]);
        if (stripped is not (9, _))
        {
            return stripped;
        }

        // An older node reads what is JavaScript too; the few that name types are left out.
        var said = new List<string>();
        foreach (var file in files.Where(file => !NamesTypes().IsMatch(File.ReadAllText(file))))
        {
            File.Move(file, file + ".mjs");
            said.Add((await RunAsync("node", ["--check", file + ".mjs"]))!.Value.Said);
        }

        Assert.InRange(said.Count, 10, files.Count);
        return (0, string.Concat(said));
    });

    private static async Task<IReadOnlyList<Snippet>> Of(string language) =>
        [.. (await All.Value).Where(snippet => snippet.Language == language)];

    /// <param name="run">What a parser says of the files: nothing, if they parse; null where it is not installed.</param>
    private static async Task ParsesAsync(
        string language, string name, Func<Folder, IReadOnlyList<string>, Task<(int Exit, string Said)?>> run)
    {
        using var folder = new Folder();
        var files = new List<string>();
        foreach (var (i, snippet) in (await Of(language)).Index())
        {
            files.Add(Path.Combine(folder.Path, string.Format(null, name, i)));
            await File.WriteAllTextAsync(files[^1], snippet.Code + "\n");
        }

        var ran = await run(folder, files);
        Assert.SkipWhen(ran is null, $"no parser of {language} is on this machine");
        Assert.Equal((0, ""), ran);
    }

    /// <returns>Null where there is no such program.</returns>
    internal static async Task<(int Exit, string Said)?> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                RedirectStandardError = true,
            })!;
            var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await said + await wrong);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>What the findings of every example show, and every file as it would be shown.</summary>
    private static async Task<IReadOnlyList<Snippet>> ReadAsync()
    {
        var findings = new List<Finding>();
        foreach (var lever in Lever.All)
        {
            var folder = Repository.At("src/Assay.Analysis/Levers/" + lever.GetType().Name[..^"Lever".Length]);
            findings.AddRange(File.Exists(Path.Combine(folder, "example.txt")) ? Some.Report([.. LeverExampleTests.Example(lever.Id)]).Findings : []);
            findings.AddRange(lever.OfCalls.Count > 0 ? (await Proved.ReportAsync([Path.Combine(folder, "calls.jsonl")])).Findings : []);
        }

        return [.. findings.SelectMany(finding => finding.Remedy.Snippets).Concat(SnippetFiles.All.Select(each => each.Snippet)).Distinct()];
    }

    [GeneratedRegex(@"\(\w+: \w| as const", RegexOptions.None, 1000)]
    private static partial Regex NamesTypes();
}
