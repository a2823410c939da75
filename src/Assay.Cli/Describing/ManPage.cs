using System.Globalization;
using System.Text;
using Assay.Cli.Running;

namespace Assay.Cli.Describing;

/// <summary>The manual page in roff, with the macros of man(7).</summary>
internal static class ManPage
{
    public static string Of(VerbModel root)
    {
        var text = new StringBuilder($".TH ASSAY 1 \"\" \"{ScanRun.CreatedBy}\" \"User Commands\"\n");
        text.Append(".SH NAME\nassay \\- token FinOps for Amazon Bedrock\n.SH SYNOPSIS\n");
        Synopsis(text, root);
        text.Append(".SH DESCRIPTION\n").Append(Sentence(Manual.About)).Append(".SH OPTIONS\n");
        Options(text, root);
        text.Append(".SH COMMANDS\n");
        foreach (var verb in root.All.Where(verb => verb.Path.Count > 0))
        {
            Verb(text, verb);
        }

        text.Append(".SH EXIT STATUS\n");
        List(text, Manual.ExitCodes.Select(each => (
            ((int)each.Code).ToString(CultureInfo.InvariantCulture), each.Meaning)));
        text.Append(".PP\n").Append(Sentence(Manual.ExitOrder)).Append(".SH ENVIRONMENT\n");
        List(text, Manual.Variables);
        text.Append(".SH FILES\n");
        List(text, Manual.Files);
        return text.ToString();
    }

    private static void Synopsis(StringBuilder text, VerbModel root)
    {
        var first = true;
        foreach (var verb in root.All.Where(verb => verb.Path.Count > 0 && verb.Verbs.Count == 0))
        {
            var words = string.Concat(verb.Arguments.Select(argument => " \\fI" + Escaped(argument.Name) + "\\fR"));
            var options = verb.Options.Count > 1 ? " [\\fIoptions\\fR]" : "";
            text.Append(first ? "" : ".br\n").Append($"\\fBassay {Escaped(verb.Words)}\\fR{words}{options}\n");
            first = false;
        }
    }

    private static void Verb(StringBuilder text, VerbModel verb)
    {
        text.Append($".SS assay {Escaped(verb.Words)}\n").Append(Sentence(verb.About));
        List(text, verb.Arguments.Select(argument => (argument.Name, argument.About)));
        Options(text, verb);
    }

    private static void Options(StringBuilder text, VerbModel verb)
    {
        foreach (var option in verb.Options)
        {
            var names = string.Join(", ", option.Names.Select(name => $"\\fB{Escaped(name)}\\fR"));
            var value = option.Value is { } told ? " \\fI" + Escaped(told) + "\\fR" : "";
            var preset = option.Default is { } usual && !option.About.Contains("default", StringComparison.Ordinal)
                ? $" (default: {usual})"
                : "";
            text.Append($".TP\n{names}{value}\n").Append(Sentence(option.About + preset));
        }
    }

    private static void List(StringBuilder text, IEnumerable<(string Name, string Meaning)> entries)
    {
        foreach (var (name, meaning) in entries)
        {
            text.Append($".TP\n\\fB{Escaped(name)}\\fR\n").Append(Sentence(meaning));
        }
    }

    /// <summary>A line that no first character turns into a request.</summary>
    private static string Sentence(string words) =>
        (words.Length > 0 && words[0] is '.' or '\'' ? "\\&" : "") + Escaped(words) + "\n";

    /// <summary>A hyphen is a minus to whoever copies it, and no quote or tilde is turned into another.</summary>
    private static string Escaped(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var letter in words)
        {
            _ = letter switch
            {
                '\\' => text.Append("\\(rs"),
                '-' => text.Append("\\-"),
                '\'' => text.Append("\\(aq"),
                '~' => text.Append("\\(ti"),
                '^' => text.Append("\\(ha"),
                '`' => text.Append("\\(ga"),
                '\n' => text.Append(' '),
                _ when letter <= '~' => text.Append(letter),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\[u{(int)letter:X4}]"),
            };
        }

        return text.ToString();
    }
}
