namespace Assay.Sources.Json;

internal enum RecordOutcome
{
    Read,

    /// <summary>No JSON, or nested too deep.</summary>
    Broken,

    /// <summary>The text ends in the middle of the record.</summary>
    CutOff,

    /// <summary>Longer than <see cref="TextWindow.Largest"/>.</summary>
    TooLong,
    End,
}
