namespace Assay.Aws;

/// <summary>An account that a scan read.</summary>
/// <param name="Name">Its name in the organization; null where that was not asked.</param>
public sealed record ScannedAccount(string Id, string? Name);
