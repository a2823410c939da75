using Assay.Reports;

namespace Assay.Outputs;

/// <summary>
/// A form a report can take. To add one: a folder with a class, and its line in <see cref="Output.All"/>.
/// </summary>
public interface IReportOutput
{
    /// <summary>What <c>--format</c> calls it.</summary>
    string Name { get; }

    /// <summary>File extensions that mean this form, with the dot.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Writes the whole report. Equal reports and options give equal text, with <c>\n</c> line ends.</summary>
    void Write(Report report, TextWriter writer, OutputOptions options);
}
