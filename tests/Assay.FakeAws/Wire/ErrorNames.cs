namespace Assay.FakeAws.Wire;

/// <summary>A code and status as one service sends them; the second code is the one of the query protocol.</summary>
internal readonly record struct ErrorName(string Code, int Status, string QueryCode);

/// <summary>
/// What AWS calls the errors common to all services. JSON services answer most refusals with 400 where REST and
/// query services answer 403, and some call throttling TooManyRequestsException.
/// </summary>
internal static class ErrorNames
{
    public static ErrorName Of(Fault fault, Protocol protocol, string service)
    {
        var (json, query) = fault switch
        {
            Fault.AccessDenied => ("AccessDeniedException", "AccessDenied"),
            Fault.Throttled => ("ThrottlingException", "Throttling"),
            Fault.ExpiredToken => ("ExpiredTokenException", "ExpiredToken"),
            Fault.InvalidToken => ("UnrecognizedClientException", "InvalidClientTokenId"),
            Fault.BadSignature => ("InvalidSignatureException", "SignatureDoesNotMatch"),
            Fault.MissingToken => ("MissingAuthenticationTokenException", "MissingAuthenticationToken"),
            Fault.IncompleteSignature => ("IncompleteSignatureException", "IncompleteSignature"),
            Fault.OptInRequired => ("OptInRequired", "OptInRequired"),
            Fault.UnknownOperation => ("UnknownOperationException", "InvalidAction"),
            Fault.Validation => ("ValidationException", "ValidationError"),
            _ => (service is "bedrock" or "account" ? "InternalServerException" : "InternalFailure", "InternalFailure"),
        };
        if (fault == Fault.Throttled && service is ("organizations" or "servicequotas" or "account"))
        {
            json = "TooManyRequestsException";
        }

        var code = protocol == Protocol.Query ? query : json;
        return new ErrorName(code, Status(fault, protocol), query);
    }

    private static int Status(Fault fault, Protocol protocol) => fault switch
    {
        Fault.Internal => 500,
        Fault.Throttled => protocol == Protocol.RestJson ? 429 : 400,
        Fault.Validation => 400,
        Fault.UnknownOperation => protocol == Protocol.RestJson ? 404 : 400,
        _ => protocol == Protocol.Json11 ? 400 : 403,
    };
}
