namespace Assay.Outputs.Terminal;

/// <summary>
/// A command over several lines that a shell reads as one. It is broken at spaces outside quotes only; a part that is
/// longer than the line stays whole, because a cut command is worse than a long line.
/// </summary>
internal static class ShellLines
{
    private const string Indent = "  ";
    private const string Continued = " \\";

    public static IReadOnlyList<string> Of(string command, int width)
    {
        if (Text.Width(command) <= width)
        {
            return [command];
        }

        var lines = new List<string>();
        var line = "";
        foreach (var word in Words(command))
        {
            if (line.Trim().Length > 0 && Text.Width(line) + 1 + Text.Width(word) + Continued.Length > width)
            {
                lines.Add(line + Continued);
                line = Indent;
            }

            line += line.Trim().Length > 0 ? " " + word : word;
        }

        return [.. lines, line];
    }

    private static IEnumerable<string> Words(string command)
    {
        var (start, quote) = (0, '\0');
        for (var i = 0; i < command.Length; i++)
        {
            var c = command[i];
            if (c == ' ' && quote == '\0')
            {
                if (i > start)
                {
                    yield return command[start..i];
                }

                start = i + 1;
            }
            else if (c is '"' or '\'' && (quote == '\0' || quote == c))
            {
                quote = quote == '\0' ? c : '\0';
            }
        }

        if (start < command.Length)
        {
            yield return command[start..];
        }
    }
}
