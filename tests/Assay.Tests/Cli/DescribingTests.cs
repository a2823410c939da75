using System.Text.RegularExpressions;
using Assay.Cli.Commands;
using Assay.Cli.Describing;
using Assay.Tests.Support;

namespace Assay.Tests.Cli;

/// <summary>Completions and the manual are made of the commands, so nothing of them is missing.</summary>
public sealed partial class DescribingTests
{
    private static readonly VerbModel Root = VerbModel.Of(CommandList.Root());

    [Fact]
    public void Every_verb_and_every_option_is_in_the_manual()
    {
        var page = ManPage.Of(Root);
        Assert.All(Root.All.Skip(1), verb =>
        {
            var chapter = Chapter(page, verb);
            Assert.All(verb.Arguments, argument => Assert.Contains($"\\fB{argument.Name}\\fR", chapter));
            Assert.All(
                verb.Options.SelectMany(option => option.Names),
                name => Assert.Contains($"\\fB{Escaped(name)}\\fR", chapter));
        });
    }

    [Fact]
    public void No_line_of_the_manual_is_a_request_by_mistake() => Assert.All(
        ManPage.Of(Root).Split('\n').Where(line => line.StartsWith('.') || line.StartsWith('\'')),
        line => Assert.Matches(@"^\.(TH|SH|SS|TP|PP|br)\b", line));

    [Fact]
    public void Every_option_and_every_choice_is_in_the_completions_of_each_shell()
    {
        string[] scripts = [BashCompletion.Of(Root), ZshCompletion.Of(Root), FishCompletion.Of(Root)];
        var options = Root.All.SelectMany(verb => verb.Options).ToList();
        Assert.All(scripts, script =>
        {
            Assert.All(Root.All.Skip(1), verb => Assert.Contains(verb.Name, script));
            Assert.All(options, option => Assert.Contains(option.Names[0].TrimStart('-'), script));
            Assert.All(options, option => Assert.Contains(string.Join(' ', option.Choices), script));
        });
    }

    [Fact]
    public void The_manual_has_the_exit_codes_of_the_README() => Assert.Equal(
        ExitCodeRow().Matches(File.ReadAllText(Repository.At("README.md")))
            .Select(row => (row.Groups["code"].Value, row.Groups["meaning"].Value.Replace("`", ""))),
        Manual.ExitCodes.Select(each => (((int)each.Code).ToString(), each.Meaning)));

    [Fact]
    public void The_manual_has_every_variable_that_is_read()
    {
        var told = string.Join('\n', Manual.Variables);
        var read = Repository.Files("src", "*.cs").SelectMany(file => Variable().Matches(File.ReadAllText(file)));
        Assert.All(read.Select(match => match.Groups["name"].Value), name => Assert.Contains(name, told));
    }

    [Fact]
    public void Files_are_completed_where_an_option_takes_one() => Assert.Equal(
        ["--config", "--from", "--ledger", "--mute", "--output", "--record"],
        Root.Verbs[0].Options.Where(option => option.IsFile).Select(option => option.Names[0]).Order());

    private static string Chapter(string page, VerbModel verb)
    {
        var heading = $".SS assay {Escaped(verb.Words)}\n";
        var begin = page.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(begin >= 0, $"the manual has no chapter of assay {verb.Words}");
        var end = page.IndexOf("\n.S", begin + heading.Length, StringComparison.Ordinal);
        return page[begin..end];
    }

    private static string Escaped(string words) => words.Replace("-", "\\-");

    [GeneratedRegex(@"^\| (?<code>\d+) \| (?<meaning>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex ExitCodeRow();

    [GeneratedRegex(@"Variable\(""(?<name>[A-Z_]+)""\)")]
    private static partial Regex Variable();
}
