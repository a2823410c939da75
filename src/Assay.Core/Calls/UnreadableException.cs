namespace Assay.Calls;

/// <summary>A source can't be read, for a reason that a person can do something about.</summary>
public sealed class UnreadableException(string what, string remedy) : IOException(what)
{
    public string Remedy { get; } = remedy;
}
