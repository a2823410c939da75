namespace Assay.Outputs.Content;

/// <summary>What a column does where there is too little room.</summary>
internal enum ColumnKind
{
    /// <summary>Right-aligned; keeps its width.</summary>
    Number,

    /// <summary>Wraps.</summary>
    Words,

    /// <summary>
    /// Wraps, and loses its middle, marked by an ellipsis, where that would take more than three lines.
    /// </summary>
    Id,

    /// <summary>Moves under the first column, and wraps there.</summary>
    Aside,
}
