using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Outputs.Support;

/// <summary>Reads the Prometheus text format 0.0.4 strictly: a line that is none of its three kinds throws.</summary>
internal static partial class Exposition
{
    public sealed record Sample(string Metric, IReadOnlyDictionary<string, string> Labels, decimal Value);

    public static IReadOnlyList<Sample> Parse(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var samples = new List<Sample>();
        var (described, typed) = (new HashSet<string>(), new HashSet<string>());
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (Help().Match(line) is { Success: true } help)
            {
                Assert.True(described.Add(help.Groups["name"].Value), "described twice: " + line);
            }
            else if (Type().Match(line) is { Success: true } type)
            {
                Assert.True(typed.Add(type.Groups["name"].Value), "typed twice: " + line);
            }
            else
            {
                samples.Add(Read(line));
                // All lines of a metric stand together, below its type.
                Assert.Equal(typed.Last(), samples[^1].Metric);
                Assert.Equal(described.Last(), samples[^1].Metric);
            }
        }

        return samples;
    }

    private static Sample Read(string line)
    {
        var match = SampleLine().Match(line);
        Assert.True(match.Success, "no line of the format: " + line);
        var labels = Label().Matches(match.Groups["labels"].Value).ToDictionary(
            label => label.Groups["name"].Value,
            label => Escape().Replace(label.Groups["value"].Value, pair => pair.Value is "\\n" ? "\n" : pair.Value[1..]));
        return new(
            match.Groups["name"].Value, labels,
            decimal.Parse(match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^# HELP (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) [^\\\n]+$")]
    private static partial Regex Help();

    [GeneratedRegex(@"^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?:counter|gauge|histogram|summary|untyped)$")]
    private static partial Regex Type();

    [GeneratedRegex(
        @"^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(?<labels>[a-zA-Z_]\w*=""(?:[^""\\\n]|\\[\\""n])*""(?:,[a-zA-Z_]\w*=""(?:[^""\\\n]|\\[\\""n])*"")*)\})? (?<value>-?[0-9]+(?:\.[0-9]+)?)$")]
    private static partial Regex SampleLine();

    [GeneratedRegex(@"(?<name>[a-zA-Z_]\w*)=""(?<value>(?:[^""\\\n]|\\[\\""n])*)""")]
    private static partial Regex Label();

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escape();
}
