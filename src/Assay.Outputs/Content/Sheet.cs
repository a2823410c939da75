namespace Assay.Outputs.Content;

/// <summary>A table before a form gives it a shape.</summary>
/// <param name="Note">One line on how to read it.</param>
/// <param name="Total">The last row, set apart; null where rows can't be summed.</param>
/// <param name="More">Where rows that are not shown can be found.</param>
internal sealed record Sheet(
    string Title, string Note, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Span>> Rows)
{
    private const int Most = 20;

    public IReadOnlyList<Span>? Total { get; init; }

    public string More { get; init; } = "--format json has them";

    /// <summary>The rows that a person wants to see, and a line on the others where there are others.</summary>
    public (IReadOnlyList<IReadOnlyList<Span>> Rows, string? Omitted) Shown(bool all) =>
        all || Rows.Count <= Most + 2
            ? (Rows, null)
            : ([.. Rows.Take(Most)], $"… and {Rows.Count - Most} more rows: -v shows them, {More}");
}
