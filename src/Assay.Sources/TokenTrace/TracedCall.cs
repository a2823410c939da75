using Assay.Units;

namespace Assay.Sources.TokenTrace;

/// <summary>
/// One line of an <c>assay.calls/1</c> trace: a call with its tokens and the shape of its prompt, no text.
/// </summary>
/// <param name="Line">Where it stands, counted from 1: what tells it apart if it has no id.</param>
/// <param name="Id">Null where the trace gives none.</param>
/// <param name="Session">Null where the trace knows of none.</param>
/// <param name="Input">Uncached tokens; the whole prompt where the trace knows of no caching.</param>
/// <param name="CacheRead">Null is unknown, not zero; so are the other optional counts.</param>
/// <param name="MaxTokens">The output that was allowed for.</param>
/// <param name="Prefix">Null where the trace tells nothing of prompts.</param>
public sealed record TracedCall(
    long Line,
    string? Id,
    DateTimeOffset At,
    string Model,
    string Region,
    string Caller,
    string? Session,
    Tokens Input,
    Tokens Output,
    Tokens? CacheRead,
    Tokens? CacheWrite5m,
    Tokens? CacheWrite1h,
    long? MaxTokens,
    string? Stop,
    PromptPrefix? Prefix);
