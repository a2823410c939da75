namespace Assay.FakeAws.Wire;

/// <summary>Errors that every service knows, under a name of its own protocol.</summary>
internal enum Fault
{
    AccessDenied,
    Throttled,
    ExpiredToken,
    InvalidToken,
    BadSignature,
    MissingToken,
    IncompleteSignature,
    OptInRequired,
    Internal,
    UnknownOperation,
    Validation,
}
