namespace Assay.Diagnostics;

/// <summary>
/// No result can be given, for a reason the user can mend. Hosts print <see cref="Exception.Message"/> and
/// <see cref="Remedy"/> and leave with <see cref="ExitCode"/>; every other exception is a bug.
/// </summary>
public sealed class AssayException(ExitCode exitCode, string what, string remedy) : Exception(what)
{
    public ExitCode ExitCode { get; } = exitCode;

    public string Remedy { get; } = remedy;
}
