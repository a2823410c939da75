using Assay.Outputs.Format;

namespace Assay.Outputs.Prometheus;

/// <summary>Lines of the text exposition format, version 0.0.4.</summary>
internal sealed class PrometheusText(TextWriter writer)
{
    /// <summary>A metric with what it means, and its samples; without a sample it is left out.</summary>
    public void Gauge(string name, string help, IEnumerable<PrometheusSample> samples)
    {
        var known = samples.Where(sample => sample.Value is not null).ToList();
        if (known.Count == 0)
        {
            return;
        }

        writer.Write($"# HELP {name} {help}\n# TYPE {name} gauge\n");
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sample in known)
        {
            var labels = string.Join(',', sample.Labels.Select(Label));
            // Names that differ in hidden characters only would be one series, which is an error: number them.
            for (var row = 2; !written.Add(labels); row++)
            {
                labels = string.Join(',', sample.Labels.Append(("row", Exact.Number(row))).Select(Label));
            }

            var set = labels.Length > 0 ? $"{{{labels}}}" : "";
            writer.Write($"{name}{set} {Exact.Number(sample.Value!.Value)}\n");
        }
    }

    private static string Label((string Name, string? Value) label) =>
        $"{label.Name}=\"{Escaped(Safe.Line(label.Value ?? ""))}\"";

    /// <summary>A line feed has become a space before.</summary>
    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal);
}
