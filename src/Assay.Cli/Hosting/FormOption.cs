using System.CommandLine;
using System.CommandLine.Completions;
using Assay.Diagnostics;

namespace Assay.Cli.Hosting;

/// <summary><c>--format</c> of a verb with a few forms of its own; the first is what it prints unless told.</summary>
internal sealed class FormOption
{
    private readonly Option<string> option;
    private readonly IReadOnlyList<string> forms;

    public FormOption(IReadOnlyList<string> forms)
    {
        this.forms = forms;
        option = new("--format")
        {
            Description = string.Join(", ", forms.SkipLast(1)) + " or " + forms[^1],
            DefaultValueFactory = _ => forms[0],
            HelpName = "FORM",
            CompletionSources = { _ => forms.Select(form => new CompletionItem(form)) },
        };
    }

    public static IReadOnlyList<string> TableOrJson { get; } = ["table", "json"];

    public static implicit operator Option(FormOption form) => form.option;

    /// <exception cref="AssayException">There is no such form.</exception>
    public string Read(ParseResult parsed) => Known(parsed.GetValue(option)!, "form", forms);

    /// <summary>A word that is one of a few.</summary>
    /// <param name="what">What the words are, in the singular.</param>
    /// <exception cref="AssayException">It is another.</exception>
    public static string Known(string given, string what, IEnumerable<string> known) => known.Contains(given)
        ? given
        : throw new AssayException(
            ExitCode.Usage, $"no {what} is called {given}", "choose from: " + string.Join(", ", known));
}
