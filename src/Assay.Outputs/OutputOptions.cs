namespace Assay.Outputs;

/// <summary>How a report is printed; nothing here changes a number.</summary>
public sealed record OutputOptions
{
    /// <summary>Columns of the terminal; only the table form has a width. Less than 60 counts as 60.</summary>
    public int Width { get; init; } = 80;

    /// <summary>True lets the table form use ANSI colours.</summary>
    public bool Color { get; init; }

    /// <summary>The list that the CSV form writes.</summary>
    public CsvTable CsvTable { get; init; } = CsvTable.Models;

    /// <summary>True prints every row, snippet and note in the forms that people read.</summary>
    public bool Verbose { get; init; }
}
