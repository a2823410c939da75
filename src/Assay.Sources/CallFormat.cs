namespace Assay.Sources;

/// <summary>Formats of calls; which one a record is in is usually seen by looking at it.</summary>
public enum CallFormat
{
    InvocationLog,
    TokenTrace,
}
