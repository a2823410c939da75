namespace Assay.Outputs.Csv;

/// <summary>A header and a line for each row.</summary>
internal static class CsvRows
{
    public static void Write<T>(TextWriter writer, IReadOnlyList<CsvColumn<T>> columns, IEnumerable<T> rows)
    {
        Line(writer, columns.Select(column => column.Name));
        foreach (var row in rows)
        {
            Line(writer, columns.Select(column => column.Field(row)));
        }
    }

    private static void Line(TextWriter writer, IEnumerable<string> fields)
    {
        writer.Write(string.Join(',', fields));
        writer.Write('\n');
    }
}
