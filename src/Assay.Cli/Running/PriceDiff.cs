using Assay.Diagnostics;
using Assay.Pricing;

namespace Assay.Cli.Running;

/// <summary>Answers <c>assay prices diff</c>: two books, period by period.</summary>
internal static class PriceDiff
{
    public static ExitCode Run(string before, string after, string format)
    {
        var (first, second) = (Book(before), Book(after));
        DifferenceOutput.Write(
            new(BookComparison.Of(first, second), before, after, "the two books")
            { Units = BookComparison.Units(first, second) },
            format);
        return ExitCode.Done;
    }

    private static PriceBook Book(string name) => name switch
    {
        "bundled" => Prices.Bundled(),
        "current" => Prices.Current(),
        _ when Directory.Exists(name) => Files(Directory.GetFiles(name, "*.jsonc")
            .Where(file => !file.EndsWith("overrides.jsonc", StringComparison.Ordinal)), name),
        _ when File.Exists(name) => Files([name], name),
        _ => throw new AssayException(
            ExitCode.Usage, $"there is no book {name}", "name a folder of price files, a file, bundled or current"),
    };

    private static PriceBook Files(IEnumerable<string> files, string name) =>
        files.Select(file => (file, (ReadOnlyMemory<byte>)File.ReadAllBytes(file))).ToList() is { Count: > 0 } read
            ? PriceFiles.Read(read)
            : throw new AssayException(ExitCode.Usage, $"{name} has no price file", "a price file ends in .jsonc");
}
