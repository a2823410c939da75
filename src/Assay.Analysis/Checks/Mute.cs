namespace Assay.Analysis.Checks;

/// <summary>Findings that somebody decided to live with, until a day.</summary>
/// <param name="Finding">The id of a finding, or the beginning of ids up to a slash, such as a check.</param>
/// <param name="Until">The first UTC day on which it holds no more.</param>
/// <param name="Place">Where it is written.</param>
public sealed record Mute(string Finding, string Reason, DateOnly Until, string Place);
