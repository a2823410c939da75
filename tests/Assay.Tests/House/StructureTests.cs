using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assay.Analysis.Levers;
using Assay.Analysis.Levers.Cascade;
using Assay.Analysis.Levers.Deduplicate;
using Assay.Cli.Commands;
using Assay.Outputs;
using Assay.Tests.Support;

namespace Assay.Tests.House;

/// <summary>The style guide that runs.</summary>
public sealed partial class StructureTests
{
    private const int LongestFile = 400;

    private const int WidestLine = 120;

    /// <summary>Who may know whom: the architecture page's table.</summary>
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> MayReference = new()
    {
        ["Assay.Core"] = ([], []),
        ["Assay.Sources"] = (["Assay.Core"], ["System.IO.Hashing"]),
        ["Assay.Ledger"] = (["Assay.Core"], ["DuckDB.NET.Data.Full"]),
        ["Assay.Analysis"] = (["Assay.Core", "Assay.Ledger"], []),
        ["Assay.Outputs"] = (["Assay.Core"], ["Spectre.Console"]),
        ["Assay.Aws"] = (["Assay.Core"], ["AWSSDK.Core", "AWSSDK.SecurityToken", "AWSSDK.SSO", "AWSSDK.SSOOIDC", "AWSSDK.S3"]),
        ["Assay.Cli"] = (
            ["Assay.Core", "Assay.Sources", "Assay.Ledger", "Assay.Analysis", "Assay.Outputs", "Assay.Aws", "Assay.PriceCompiler"],
            ["System.CommandLine", "YamlDotNet"]),
    };

    /// <summary>What a project's own folder is called in namespaces, where that is not its name.</summary>
    private static readonly Dictionary<string, string> Base = new() { ["Assay.Core"] = "Assay", ["Assay.Ledger"] = "Assay.Ledgers" };

    public static TheoryData<string> Projects => [.. Repository.Files("src", "*.csproj").Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    public static TheoryData<string> Sources => [.. Repository.Files("src", "*.cs").Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory, MemberData(nameof(Projects))]
    public void References_point_one_way(string project)
    {
        var file = XDocument.Load(Repository.Files("src", project + ".csproj").Single());
        var projects = file.Descendants("ProjectReference").Select(each => Path.GetFileNameWithoutExtension(each.Attribute("Include")!.Value));
        var packages = file.Descendants("PackageReference").Select(each => each.Attribute("Include")!.Value);
        Assert.Empty(projects.Except(MayReference[project].Projects));
        Assert.Empty(packages.Except(MayReference[project].Packages));
    }

    [Theory, MemberData(nameof(Sources))]
    public void A_file_fits_in_one_sitting(string file)
    {
        var lines = File.ReadAllLines(Repository.At(file));
        Assert.InRange(lines.Length, 1, LongestFile);
        Assert.DoesNotContain(lines, line => line.Length > WidestLine);
    }

    [Theory, MemberData(nameof(Sources))]
    public void A_namespace_is_its_folder(string file)
    {
        var said = File.ReadLines(Repository.At(file)).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
        if (said is null)
        {
            Assert.EndsWith("/Program.cs", file, StringComparison.Ordinal);
            return;
        }

        var folders = Path.GetDirectoryName(file)!.Split('/')[1..];
        var expected = string.Join('.', folders.Skip(1).Prepend(Base.GetValueOrDefault(folders[0], folders[0])));
        Assert.Equal($"namespace {expected};", said);
    }

    [Theory, MemberData(nameof(Sources))]
    public void A_file_holds_one_public_type_named_as_the_file_or_a_closed_family(string file)
    {
        var types = PublicType().Matches(File.ReadAllText(Repository.At(file))).Select(match => match.Groups["name"].Value).ToList();
        if (types.Count > 0 && Path.GetFileNameWithoutExtension(file) is not "Rows" and var name)
        {
            Assert.Contains(name, types);
        }
    }

    [Fact]
    public void Every_lever_is_listed() => Assert.Equal(Written<ILever>(), Names(Lever.All));

    [Fact]
    public void Every_command_is_listed() => Assert.Equal(Written<ICommand>(), Names(CommandList.All));

    [Fact]
    public void Every_output_is_listed() => Assert.Equal(Written<IReportOutput>(), Names(Output.All));

    [Fact]
    public void Every_lever_has_its_words_an_example_and_what_is_expected_of_it()
    {
        foreach (var lever in Lever.All)
        {
            var folder = Repository.At("src/Assay.Analysis/Levers/" + lever.GetType().Name[..^"Lever".Length]);
            string[] ofCalls = lever.OfCalls.Count > 0 ? ["calls.jsonl", "calls.expected.txt"] : [];
            string[] ofMetrics = lever is DeduplicateLever or CascadeLever ? [] : ["example.txt", "expected.txt"];
            foreach (var file in (string[])["lever.md", .. ofMetrics, .. ofCalls])
            {
                Assert.True(File.Exists(Path.Combine(folder, file)), $"{folder}/{file} is missing");
            }
        }
    }

    [Fact]
    public void Every_source_has_its_words_an_example_and_what_is_expected_of_it()
    {
        foreach (var words in Repository.Files("src/Assay.Sources", "source.md"))
        {
            var folder = Path.GetDirectoryName(words)!;
            Assert.NotEmpty(Directory.GetFiles(folder, "example.*"));
            Assert.True(File.Exists(Path.Combine(folder, "expected.txt")), $"{folder}/expected.txt is missing");
        }

        var folders = Directory.GetDirectories(Repository.At("src/Assay.Sources"))
            .Count(folder => Directory.GetFiles(folder, "*Record.cs").Length > 0);
        Assert.Equal(folders, Repository.Files("src/Assay.Sources", "source.md").Count());
    }

    [Fact]
    public void Every_public_type_of_the_core_is_documented()
    {
        var undocumented = Repository.Files("src/Assay.Core", "*.cs").SelectMany(file =>
        {
            var text = File.ReadAllText(file);
            // Of a closed family in one file, the first type's words stand for the small ones beside it.
            return PublicType().Matches(text).Take(1)
                .Where(match => !text[..match.Index].TrimEnd().Split('\n')[^1].Contains("///", StringComparison.Ordinal)
                    && !text[..match.Index].Contains("/// <summary>", StringComparison.Ordinal)
                    && !match.Value.Contains(" enum ", StringComparison.Ordinal))
                .Select(match => $"{file}: {match.Groups["name"].Value}");
        });
        Assert.Empty(undocumented);
    }

    private static IEnumerable<string> Written<T>() => typeof(T).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)))
        .Select(type => type.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names<T>(IEnumerable<T> listed) =>
        listed.Select(each => each!.GetType().Name).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^public (?:static |sealed |abstract |readonly |partial )*(?:record struct|record|class|struct|enum|interface) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
