namespace Assay.Aws.Clients;

/// <summary>
/// Code tried to send something that is not in <see cref="AllowedOperations"/>: a bug, and nothing was sent.
/// </summary>
internal sealed class OperationNotAllowedException(string service, string operation)
    : InvalidOperationException($"{service} {operation} is not among the operations Assay may send")
{
    public string Operation { get; } = operation;
}
