using System.Text;
using Assay.Cli.Hosting;
using Assay.Outputs;
using Assay.Reports;

namespace Assay.Cli.Running;

/// <summary>
/// Writes a report where it was asked for: files beside themselves and renamed, then standard output.
/// </summary>
internal static class ReportFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(Report report, Settings settings)
    {
        foreach (var (path, output) in settings.Files)
        {
            var draft = path + ".part";
            using (var file = new StreamWriter(draft, append: false, Utf8) { NewLine = "\n" })
            {
                output.Write(report, file, settings.Output with { Color = false });
            }

            File.Move(draft, path, overwrite: true);
        }

        if (settings.Format is { } format)
        {
            ToStandardOutput(stdout => format.Write(report, stdout, settings.Output));
        }
    }

    public static void ToStandardOutput(Action<TextWriter> write)
    {
        var stream = Console.OpenStandardOutput();
        using var stdout = new StreamWriter(stream, Utf8, bufferSize: 64 * 1024) { NewLine = "\n" };
        write(stdout);
    }
}
