using System.Security;

namespace Assay.FakeAws.Wire;

/// <summary>Writes an error in the protocol of the service that answers.</summary>
internal static class ErrorReply
{
    public static Reply Of(AwsException error, Protocol protocol, string service, bool queryMode, string requestId)
    {
        var name = error.Fault is { } fault
            ? ErrorNames.Of(fault, protocol, service)
            : new ErrorName(error.Code!, error.Status, error.Code!);
        return protocol switch
        {
            Protocol.Query => Xml(name, error.Message, requestId),
            Protocol.RestJson => Rest(name, error, service),
            _ => Target(name, error, protocol, queryMode),
        };
    }

    private static Reply Xml(ErrorName name, string message, string requestId)
    {
        var type = name.Status >= 500 ? "Receiver" : "Sender";
        return Reply.Xml(
            $"""
            <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <Error>
                <Type>{type}</Type>
                <Code>{name.Code}</Code>
                <Message>{SecurityElement.Escape(message)}</Message>
              </Error>
              <RequestId>{requestId}</RequestId>
            </ErrorResponse>
            """,
            name.Status) with
        { ErrorCode = name.Code };
    }

    private static Reply Rest(ErrorName name, AwsException error, string service) =>
        Reply.Json(Protocol.RestJson, json => json.WriteString(MessageKey(error), error.Message), name.Status) with
        {
            // The text after the colon is what AWS appends; clients must cut it off.
            Headers = new Dictionary<string, string>
            {
                ["x-amzn-ErrorType"] = $"{name.Code}:http://internal.amazon.com/coral/com.amazon.{service}/",
            },
            ErrorCode = name.Code,
        };

    private static Reply Target(ErrorName name, AwsException error, Protocol protocol, bool queryMode)
    {
        var type = error.Fault is null ? ShapeName(name.Code) : "com.amazon.coral.service#" + name.Code;
        var reply = Reply.Json(protocol, json =>
        {
            json.WriteString("__type", type);
            json.WriteString(MessageKey(error), error.Message);
        }, name.Status) with
        { ErrorCode = name.Code };

        // A caller that still thinks in the old query codes says so, and is told the old code in a header.
        var side = name.Status >= 500 ? "Receiver" : "Sender";
        return protocol == Protocol.CloudWatchJson && queryMode
            ? reply with
            {
                Headers = new Dictionary<string, string> { ["x-amzn-query-error"] = $"{name.QueryCode};{side}" },
                ErrorCode = name.QueryCode,
            }
            : reply;
    }

    // CloudWatch's model names the shapes otherwise than its query protocol names the codes.
    private static string ShapeName(string code) => code switch
    {
        "InvalidParameterValue" or "InvalidParameterCombination" => code + "Exception",
        "MissingParameter" => "MissingRequiredParameterException",
        _ => code,
    };

    // Errors of AWS's own framework say Message, errors of the service itself say message.
    private static string MessageKey(AwsException error) => error.Fault is null ? "message" : "Message";
}
