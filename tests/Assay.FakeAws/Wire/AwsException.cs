namespace Assay.FakeAws.Wire;

/// <summary>An error answer; the code is translated when the protocol is known.</summary>
internal sealed class AwsException : Exception
{
    public AwsException(Fault fault, string message)
        : base(message) => Fault = fault;

    public AwsException(string code, string message, int status = 400)
        : base(message)
    {
        Code = code;
        Status = status;
    }

    public Fault? Fault { get; }

    public string? Code { get; }

    public int Status { get; }
}
