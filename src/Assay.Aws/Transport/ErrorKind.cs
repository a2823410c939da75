namespace Assay.Aws.Transport;

/// <summary>What a person can do about an error, as far as its code tells.</summary>
internal enum ErrorKind
{
    Other,
    Denied,
    RegionOff,
    Credentials,
    Clock,
    Signature,
    NotOffered,
    Throttled,
    Server,
    Unreachable,
    Unreadable,
    Incomplete,
    Recording,
}
