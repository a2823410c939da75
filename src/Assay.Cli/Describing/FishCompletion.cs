using System.Text;

namespace Assay.Cli.Describing;

/// <summary>Completions for fish.</summary>
internal static class FishCompletion
{
    public static string Of(VerbModel root)
    {
        var text = new StringBuilder(Head);
        foreach (var verb in root.All.Where(verb => verb.Verbs.Count > 0))
        {
            var patterns = verb.Verbs.Select(sub => Quoted($"{verb.Words}:{sub.Name}"));
            text.AppendLine($"            case {string.Join(' ', patterns)}");
            text.AppendLine("                set verb (string trim -- \"$verb $word\")");
        }

        text.Append(Middle);
        foreach (var verb in root.All)
        {
            var start = $"complete -c assay -n {Quoted($"__assay_at {Quoted(verb.Words)}")}";
            foreach (var sub in verb.Verbs)
            {
                text.AppendLine($"{start} -a {sub.Name} -d {Quoted(sub.About)}");
            }

            foreach (var argument in verb.Arguments.Where(argument => argument.Choices.Count > 0))
            {
                text.AppendLine($"{start} -a {Quoted(string.Join(' ', argument.Choices))} -d {Quoted(argument.About)}");
            }

            foreach (var option in verb.Options)
            {
                text.AppendLine(start + Option(option));
            }
        }

        return text.ToString();
    }

    private static string Option(OptionModel option)
    {
        var names = string.Concat(option.Names.Select(name =>
            name.StartsWith("--", StringComparison.Ordinal) ? $" -l {name[2..]}" : $" -s {name[1..]}"));
        var value = option switch
        {
            { Value: null } => "",
            { Choices.Count: > 0 } => $" -x -a {Quoted(string.Join(' ', option.Choices))}",
            { IsFile: true } => " -r -F",
            _ => " -x",
        };
        return $"{names}{value} -d {Quoted(option.About)}";
    }

    private static string Quoted(string text) =>
        "'" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'";

    private const string Head = """
        # fish completion for assay. Made by: assay completions fish
        function __assay_at
            set -l verb ''
            set -l before (commandline -opc)
            for word in $before[2..]
                switch "$verb:$word"

        """;

    private const string Middle = """
                end
            end
            test "$verb" = "$argv"
        end

        complete -c assay -f

        """;
}
