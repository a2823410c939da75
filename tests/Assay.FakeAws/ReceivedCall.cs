namespace Assay.FakeAws;

/// <summary>One call the fake answered, or refused.</summary>
public sealed record ReceivedCall
{
    /// <summary>Counts from 1 in the order in which calls arrived.</summary>
    public required int Order { get; init; }

    /// <summary>The signing name, or empty for an unsigned call.</summary>
    public required string Service { get; init; }

    /// <summary>The operation, or empty when it could not be told.</summary>
    public required string Operation { get; init; }

    /// <summary>The caller's account, or empty when the signature was refused.</summary>
    public required string Account { get; init; }

    /// <summary>The Region the call was signed for.</summary>
    public required string Region { get; init; }

    /// <summary>The HTTP status; 0 when the connection was closed without one.</summary>
    public required int Status { get; init; }

    /// <summary>The error's code, if the answer was an error.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The ARN of the caller.</summary>
    public string Principal { get; init; } = "";

    /// <summary>The path and query as they came.</summary>
    public string Target { get; init; } = "";

    /// <summary>The body as it came; null where bodies are not kept.</summary>
    public string? Body { get; init; }
}
