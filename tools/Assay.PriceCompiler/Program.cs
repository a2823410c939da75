using Assay.Diagnostics;
using Assay.PriceCompiler;
using Assay.Pricing;

// Compiles the price files for the program. The build of Assay.Cli runs it.
//   Assay.PriceCompiler PRICES FILE            writes FILE
//   Assay.PriceCompiler PRICES FILE MEASURE    find, binary or jsonc, for bench/prices.sh
switch (args)
{
    case [var prices, var file]:
        try
        {
            using var compiled = new MemoryStream();
            PriceBinary.Write(Bench.Jsonc(prices), compiled);
            File.WriteAllBytes(file, compiled.ToArray());
            return 0;
        }
        catch (AssayException e)
        {
            // In the form in which MSBuild knows an error from what a tool prints.
            Console.Error.WriteLine($"prices : error PRICES: {e.Message}; {e.Remedy}");
            return 1;
        }

    case [var prices, var file, var measure]:
        Console.WriteLine(Bench.Measure(prices, file, measure));
        return 0;
    default:
        Console.Error.WriteLine("usage: Assay.PriceCompiler PRICES FILE [find|binary|jsonc]");
        return 2;
}
