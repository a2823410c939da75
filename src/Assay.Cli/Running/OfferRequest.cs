namespace Assay.Cli.Running;

/// <summary>Which offer files are read, and the day on which the book is asked.</summary>
/// <param name="Paths">Files and folders; none means to download.</param>
internal sealed record OfferRequest(IReadOnlyList<string> Paths, string? Endpoint, DateOnly Day);
