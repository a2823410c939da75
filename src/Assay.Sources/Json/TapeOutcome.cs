namespace Assay.Sources.Json;

internal enum TapeOutcome
{
    Whole,

    /// <summary>The bytes end before the value does.</summary>
    Incomplete,

    /// <summary>These bytes are no JSON, or lie deeper than is read.</summary>
    Broken,
}
