namespace Assay.FakeAws.Signing;

/// <summary>A key the fake knows the secret of; sessions have a token and an end.</summary>
internal sealed record Credential(
    string AccessKeyId, string Secret, Caller Caller, string? SessionToken = null, DateTimeOffset? Expires = null);
