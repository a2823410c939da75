using System.CommandLine;
using System.CommandLine.Completions;

namespace Assay.Cli.Describing;

/// <summary>One verb as its command declares it: what completions and the manual are made of.</summary>
/// <param name="Path">Its words after the name of the program; empty for the program itself.</param>
internal sealed record VerbModel(
    IReadOnlyList<string> Path,
    string About,
    IReadOnlyList<OptionModel> Options,
    IReadOnlyList<ArgumentModel> Arguments,
    IReadOnlyList<VerbModel> Verbs)
{
    private static readonly string[] FileNames = ["FILE", "DIR", "PATH"];

    public string Name => Path.Count == 0 ? "assay" : Path[^1];

    public string Words => string.Join(' ', Path);

    /// <summary>This verb and all below it, parents first.</summary>
    public IEnumerable<VerbModel> All => Verbs.SelectMany(verb => verb.All).Prepend(this);

    public static VerbModel Of(Command command, params IReadOnlyList<string> path) => new(
        path,
        command.Description ?? "",
        [
            .. command.Options.Where(option => !option.Hidden && (path.Count == 0 || !option.Recursive)).Select(Of),
            .. path.Count == 0 ? [] : new OptionModel[] { Help },
        ],
        [.. command.Arguments.Where(argument => !argument.Hidden).Select(Of)],
        [.. command.Subcommands.Where(verb => !verb.Hidden).Select(verb => Of(verb, [.. path, verb.Name]))]);

    /// <summary>Every verb has it; the root declares it for all.</summary>
    private static OptionModel Help { get; } = new() { Names = ["--help", "-h"], About = "show help" };

    private static OptionModel Of(Option option)
    {
        var takesValue = option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool);
        var name = takesValue ? option.HelpName ?? "VALUE" : null;
        string[] names = [.. option.Aliases.Prepend(option.Name).Where(Shown).Distinct(StringComparer.Ordinal)];
        return new()
        {
            Names = names,
            About = option.Description ?? "",
            Value = name,
            Choices = takesValue ? Choices(option.CompletionSources) : [],
            IsFile = FileNames.Contains(name),
            IsRepeatable = option.Arity.MaximumNumberOfValues > 1,
            Default = takesValue ? Default(option) : null,
        };
    }

    private static string? Default(Option option) =>
        option.HasDefaultValue && option.GetDefaultValue() is string { Length: > 0 } text ? text : null;

    private static ArgumentModel Of(Argument argument) =>
        new(argument.HelpName ?? argument.Name, argument.Description ?? "", Choices(argument.CompletionSources));

    /// <summary>Forms such as /h are for one system only.</summary>
    private static bool Shown(string name) => name.StartsWith('-') && !name.Contains('?', StringComparison.Ordinal);

    /// <summary>Words that can be told without a command line.</summary>
    private static string[] Choices(IEnumerable<Func<CompletionContext, IEnumerable<CompletionItem>>> sources) =>
        [.. sources.SelectMany(source => source(CompletionContext.Empty)).Select(item => item.Label)];
}
