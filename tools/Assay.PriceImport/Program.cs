using Assay.PriceImport;
using Assay.Pricing;

// Usage: Assay.PriceImport SOURCES [PRICE-LIST]: adds what the book lacks to prices/imported.jsonc and writes the page
// of conflicts. SOURCES is a folder with the sources as they are shipped; PRICE-LIST is an extract of AWS's price list.
if (args.Length is < 1 or > 2)
{
    Console.Error.WriteLine("usage: Assay.PriceImport SOURCES [PRICE-LIST], from the root of the repository");
    return 2;
}

PriceBook Book() => PriceFiles.Read(Directory.EnumerateFiles("prices", "*.jsonc")
    .Select(file => (Path.GetFileName(file), (ReadOnlyMemory<byte>)File.ReadAllBytes(file))));

var book = Book();
var observations = SourceFolder.Read(args[0], args.Length > 1 ? args[1] : null, book.Catalogue);
var availability = Availability.Read(Path.Combine(args[0], "../models"));
var additions = Additions.Of(observations, book, availability);
var fillings = Fillings.Of(observations, book, availability);
Console.WriteLine($"{observations.Count} prices read, {additions.Count} entries added, {fillings.Count} filled");
if (additions.Count + fillings.Count > 0)
{
    foreach (var left in ImportedFile.Append("prices/imported.jsonc", additions, fillings))
    {
        Console.WriteLine($"to be ended by hand: {left.Model} {left.Landed.Tier} from {left.Landed.From:yyyy-MM-dd}");
    }
}

File.WriteAllText(
    "docs/decisions/0010-where-the-price-sources-disagree.md",
    ConflictTable.Write([.. observations.Where(seen => seen.Source != Sources.PriceList)], new BookIndex(Book())));
return 0;
