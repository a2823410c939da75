using System.Globalization;

namespace Assay.Cli.Hosting;

/// <summary>What standard output can show.</summary>
internal static class Screen
{
    private const int Narrowest = 60;

    private const int Usual = 80;

    /// <summary>The terminal's columns, <c>COLUMNS</c>, or eighty where output goes to a file.</summary>
    public static int Width()
    {
        var columns = Environment.GetEnvironmentVariable("COLUMNS");
        if (int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var told))
        {
            return Math.Max(Narrowest, told);
        }

        if (Console.IsOutputRedirected)
        {
            return Usual;
        }

        try
        {
            return Math.Max(Narrowest, Console.WindowWidth);
        }
        catch (IOException)
        {
            return Usual;
        }
    }

    public static bool HasColor() =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
