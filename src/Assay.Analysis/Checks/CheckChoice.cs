namespace Assay.Analysis.Checks;

/// <summary>Which checks a report is made of, which findings are muted, and thresholds that somebody set.</summary>
public sealed record CheckChoice
{
    public static CheckChoice Default { get; } = new();

    /// <summary>Ids; empty means every check.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    public IReadOnlyList<string> Except { get; init; } = [];

    public IReadOnlyList<Mute> Mutes { get; init; } = [];

    /// <summary>By <see cref="CheckParameter.Key"/>.</summary>
    public IReadOnlyDictionary<string, decimal> Parameters { get; init; } = new Dictionary<string, decimal>();

    public bool Has(string check) => (Only.Count == 0 || Only.Contains(check)) && !Except.Contains(check);

    /// <returns>The mute that holds on a day for a finding, or null.</returns>
    public Mute? MuteOf(string finding, DateOnly day) => Mutes.FirstOrDefault(
        mute => day < mute.Until
            && (finding == mute.Finding || finding.StartsWith(mute.Finding + "/", StringComparison.Ordinal)));
}
