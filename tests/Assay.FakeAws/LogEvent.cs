namespace Assay.FakeAws;

/// <summary>One event of a log group.</summary>
/// <param name="Stream">The log stream.</param>
/// <param name="Timestamp">Milliseconds since 1970.</param>
/// <param name="Message">The text.</param>
public sealed record LogEvent(string Stream, long Timestamp, string Message);
