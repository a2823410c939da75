namespace Assay.FakeAws;

/// <summary>One object of a bucket.</summary>
public sealed record StoredObject
{
    /// <summary>Its bytes.</summary>
    public required byte[] Body { get; init; }

    /// <summary>True where it was replaced since it was listed: lists show another version than is there.</summary>
    public bool IsReplaced { get; init; }
}
