using System.Text.Json;

namespace Assay.Cli.Tests.Support;

/// <summary>What a program left behind when it ended.</summary>
internal sealed record Ran(int Exit, string Out, string Error, TimeSpan Took)
{
    private static readonly string[] Traces = ["   at ", "Exception", "internal error (", "Unhandled", "IO_", "Arg_"];

    public Report Report
    {
        get
        {
            using var document = JsonDocument.Parse(Out.Length == 0 ? throw new InvalidDataException(Error) : Out);
            return new Report(document.RootElement.Clone());
        }
    }

    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>It ended so, and told a person why in a few lines, not a programmer.</summary>
    public Ran EndsWith(int exit)
    {
        Assert.True(Exit == exit, $"exit {Exit}, not {exit}:\n{Error}\n{(Out.Length > 4_000 ? Out[..4_000] : Out)}");
        Assert.InRange(ErrorLines.Count, 0, 4);
        Assert.All(ErrorLines, line => Assert.InRange(line.Length, 1, 400));
        Assert.All(Traces, trace => Assert.DoesNotContain(trace, Error, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', Error);
        return this;
    }

    /// <summary>It gave nothing but a reason, which holds these words, and a remedy.</summary>
    public Ran Refuses(int exit, params string[] words)
    {
        EndsWith(exit);
        Assert.Equal("", Out);
        Assert.StartsWith("assay: ", Error, StringComparison.Ordinal);
        Assert.InRange(ErrorLines.Count, 2, 4);
        Assert.All(words, word => Assert.Contains(word, Error, StringComparison.Ordinal));
        return this;
    }
}
