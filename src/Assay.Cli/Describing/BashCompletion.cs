using System.Text;

namespace Assay.Cli.Describing;

/// <summary>Completions for bash, from 3.2 on, without the package bash-completion.</summary>
internal static class BashCompletion
{
    public static string Of(VerbModel root)
    {
        var text = new StringBuilder(Head);
        foreach (var verb in root.All.Where(verb => verb.Verbs.Count > 0))
        {
            var patterns = verb.Verbs.Select(sub => $"\"{verb.Words}:{sub.Name}\"");
            text.AppendLine($"      {string.Join('|', patterns)}) verb=\"${{verb:+$verb }}$word\" ;;");
        }

        text.AppendLine("    esac").AppendLine("  done").AppendLine("  case \"$verb:$prev\" in");
        foreach (var verb in root.All)
        {
            Values(text, verb);
        }

        text.AppendLine("  esac").AppendLine("  case \"$verb\" in");
        foreach (var verb in root.All)
        {
            text.AppendLine($"    \"{verb.Words}\")");
            text.AppendLine($"      options=\"{string.Join(' ', verb.Options.SelectMany(option => option.Names))}\"");
            var words = verb.Verbs.Select(sub => sub.Name).Concat(verb.Arguments.SelectMany(each => each.Choices));
            text.AppendLine($"      words=\"{string.Join(' ', words)}\" ;;");
        }

        return text.Append(Tail).ToString();
    }

    private static void Values(StringBuilder text, VerbModel verb)
    {
        foreach (var option in verb.Options.Where(option => option.Value is not null))
        {
            var pattern = string.Join('|', option.Names.Select(name => $"\"{verb.Words}:{name}\""));
            var action = option.Choices.Count > 0 ? $"_assay_words \"{string.Join(' ', option.Choices)}\"; "
                : option.IsFile ? "_assay_files; "
                : "";
            text.AppendLine($"    {pattern}) {action}return ;;");
        }
    }

    private const string Head = """
        # bash completion for assay. Made by: assay completions bash
        _assay_words() {
          COMPREPLY=($(compgen -W "$1" -- "$cur"))
        }

        _assay_files() {
          local IFS=$'\n'
          compopt -o filenames 2>/dev/null
          COMPREPLY=($(compgen -f -- "$cur"))
        }

        _assay() {
          local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb="" options="" words="" word i
          COMPREPLY=()
          # --option=value arrives as three words.
          if [[ $cur == "=" ]]; then
            cur=""
          elif [[ $prev == "=" && $COMP_CWORD -gt 1 ]]; then
            prev=${COMP_WORDS[COMP_CWORD-2]}
          fi
          for ((i = 1; i < COMP_CWORD; i++)); do
            word=${COMP_WORDS[i]}
            case "$verb:$word" in

        """;

    private const string Tail = """
          esac
          if [[ $cur == -* ]]; then
            _assay_words "$options"
          elif [[ -n $words ]]; then
            _assay_words "$words"
          fi
        }

        complete -F _assay assay

        """;
}
