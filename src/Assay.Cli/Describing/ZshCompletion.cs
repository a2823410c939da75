using System.Text;

namespace Assay.Cli.Describing;

/// <summary>Completions for zsh, to be sourced or to be put into a folder of <c>fpath</c>.</summary>
internal static class ZshCompletion
{
    public static string Of(VerbModel root)
    {
        var text = new StringBuilder("#compdef assay\n# zsh completion for assay. Made by: assay completions zsh\n");
        foreach (var verb in root.All.Reverse())
        {
            Function(text, verb);
        }

        return text.Append(Tail).ToString();
    }

    private static void Function(StringBuilder text, VerbModel verb)
    {
        text.Append($"\n{Name(verb)}() {{\n");
        var specs = verb.Options.Select(Spec).Concat(verb.Arguments.Select(Spec)).ToList();
        if (verb.Verbs.Count > 0)
        {
            text.Append("  local context state state_descr line\n  typeset -A opt_args\n");
            specs.AddRange(["':verb:->verb'", "'*::word:->rest'"]);
        }

        text.Append("  _arguments ").AppendJoin(" \\\n    ", specs).Append('\n');
        if (verb.Verbs.Count > 0)
        {
            var told = verb.Verbs.Select(sub => Quoted(sub.Name + ":" + sub.About));
            text.Append("  case $state in\n    verb)\n      local -a verbs=(\n        ")
                .AppendJoin("\n        ", told)
                .Append("\n      )\n      _describe -t verbs verb verbs ;;\n    rest)\n      case $line[1] in\n");
            foreach (var sub in verb.Verbs)
            {
                text.Append($"        {sub.Name}) {Name(sub)} ;;\n");
            }

            text.Append("      esac ;;\n  esac\n");
        }

        text.Append("}\n");
    }

    private static string Spec(OptionModel option)
    {
        var about = "[" + Plain(option.About) + "]";
        var value = option.Value is null ? "" : ":" + option.Value + ":" + Action(option.Choices, option.IsFile);
        var names = string.Join(' ', option.Names);
        var repeat = option.IsRepeatable ? "*" : $"({names})";
        return option.Names.Count == 1
            ? Quoted($"{repeat}{names}{about}{value}")
            : $"{Quoted(repeat)}{{{string.Join(',', option.Names)}}}{Quoted(about + value)}";
    }

    private static string Spec(ArgumentModel argument) =>
        Quoted($":{argument.Name}:{Action(argument.Choices, isFile: false)}");

    private static string Action(IReadOnlyList<string> choices, bool isFile) =>
        choices.Count > 0 ? $"({string.Join(' ', choices)})" : isFile ? "_files" : " ";

    private static string Name(VerbModel verb) => string.Join('_', verb.Path.Prepend("_assay"));

    /// <summary>Brackets and colons end a description.</summary>
    private static string Plain(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    private static string Quoted(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private const string Tail = """

        if [[ $funcstack[1] == _assay ]]; then
          _assay "$@"
        else
          compdef _assay assay
        fi

        """;
}
