namespace Assay.Diagnostics;

public enum Level
{
    Info,
    Warning,
    Error,
}

/// <summary>
/// Something wrong or worth knowing about the data, reported at its place with its remedy; never thrown. Holds ids,
/// counts and places only, never text out of a prompt, an answer or a secret.
/// </summary>
/// <param name="Where">An account, Region and operation, a file and line, or a flag.</param>
public sealed record Diagnostic(Level Level, string Where, string What, string Remedy);
