using Assay.Outputs.Format;
using Assay.Units;

namespace Assay.Outputs.Csv;

/// <summary>A column: its name is the path of the value in the JSON form; an unknown is an empty field.</summary>
internal sealed record CsvColumn<T>(string Name, Func<T, string> Field)
{
    public static CsvColumn<T> Text(string name, Func<T, string?> value) =>
        new(name, row => value(row) is { } text ? CsvField.OfText(text) : "");

    public static CsvColumn<T> Texts(string name, Func<T, IReadOnlyList<string>> value) =>
        Text(name, row => string.Join("; ", value(row)));

    public static CsvColumn<T> Number(string name, Func<T, decimal?> value) =>
        new(name, row => value(row) is { } number ? Exact.Number(number) : "");

    public static CsvColumn<T> Money(string name, Func<T, Usd?> value) => Number(name, row => value(row)?.Amount);

    public static CsvColumn<T> Tokens(string name, Func<T, Tokens?> value) => Number(name, row => value(row)?.Count);

    public static CsvColumn<T> Time(string name, Func<T, DateTimeOffset?> value) =>
        Text(name, row => value(row) is { } time ? Exact.Time(time) : null);

    public static CsvColumn<T> Word<TWord>(string name, Func<T, TWord?> value)
        where TWord : struct, Enum => Text(name, row => value(row) is { } word ? Exact.Word(word) : null);

    public static IEnumerable<CsvColumn<T>> Range(string name, Func<T, UsdRange?> value) =>
    [
        Money(name + ".low", row => value(row)?.Low),
        Money(name + ".expected", row => value(row)?.Expected),
        Money(name + ".high", row => value(row)?.High),
    ];
}
