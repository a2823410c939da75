namespace Assay.Aws.Examinations;

/// <summary>What the doctor found.</summary>
public enum CheckStatus
{
    /// <summary>It works.</summary>
    Ok,

    /// <summary>A permission is missing.</summary>
    Denied,

    /// <summary>It does not work for another reason.</summary>
    Failed,

    /// <summary>Nothing is wrong, but it is switched off or not there.</summary>
    Off,

    /// <summary>It was not looked at.</summary>
    Skipped,
}
