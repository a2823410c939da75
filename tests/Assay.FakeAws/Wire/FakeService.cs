namespace Assay.FakeAws.Wire;

/// <summary>One AWS service.</summary>
internal abstract class FakeService
{
    /// <summary>The name in the credential scope.</summary>
    public abstract string SigningName { get; }

    /// <summary>The prefix of its IAM actions, where it differs from the signing name.</summary>
    public virtual string IamPrefix => SigningName;

    public abstract Protocol Protocol { get; }

    /// <summary>Regions a global service may be signed for; empty for a regional service.</summary>
    public virtual IReadOnlyList<string> OnlyRegions => [];

    /// <summary>The IAM action of an operation, where it is not spelt alike.</summary>
    public virtual string ActionOf(string operation) => operation;

    /// <summary>Whether the operation is allowed to everybody.</summary>
    public virtual bool NeedsNoPermission(string operation) => false;

    /// <summary>The operation a request is for, or null when the service has none like it.</summary>
    public abstract string? OperationOf(Incoming request);

    public abstract Reply Answer(ServiceCall call);
}
