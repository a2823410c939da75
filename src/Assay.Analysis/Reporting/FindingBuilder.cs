using Assay.Analysis.Levers;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Units;

namespace Assay.Analysis.Reporting;

/// <summary>
/// From proposals and their dollars to findings: what to do first comes first, each with an id that survives new data.
/// </summary>
internal sealed class FindingBuilder(ReportOptions options, Usd monthly, DateTimeOffset now)
{
    private const int RenewsSoon = 30;

    public IReadOnlyList<(Proposal Proposal, Finding Finding)> Build(
        IEnumerable<Proposal> proposals, WaterfallResult waterfall) =>
    [
        .. proposals
            .Select(proposal => (Proposal: proposal, Finding: Of(proposal, SavingOf(proposal, waterfall))))
            .Where(each => each.Finding.Saving is null || Promise(each.Finding.Saving) >= options.Levers.MinimumUsd)
            .OrderByDescending(each => Rank(each.Finding))
            .ThenByDescending(each => each.Finding.Saving?.Standalone.Expected.Amount ?? -1)
            .ThenBy(each => each.Finding.Id, StringComparer.Ordinal),
    ];

    private static Saving? SavingOf(Proposal proposal, WaterfallResult waterfall) =>
        waterfall.Savings.TryGetValue(proposal, out var saved)
            ? new Saving(
                Kept(saved.Standalone), Kept(saved.InSequence), proposal.AvailableFrom, proposal.Evidence,
                proposal.Words.Assumptions)
            {
                Needs = proposal.Needs,
            }
            : null;

    private Finding Of(Proposal proposal, Saving? saving) => new(
        IdOf(proposal), proposal.Lever, proposal.Check, SeverityOf(saving), proposal.Subject, proposal.Words.Title,
        proposal.Words.Reason, saving, proposal.Words.Remedy, proposal.Words.Verify)
    {
        Owner = proposal.Owner,
        Effort = EffortOf(proposal),
    };

    /// <summary>The check and the subject, and nothing that moves with the data.</summary>
    public static string IdOf(Proposal proposal)
    {
        var subject = proposal.Subject;
        string?[] parts = subject.Workload is { } workload
            ? [proposal.Check, workload]
            : [proposal.Check, subject.Account, subject.Region, subject.ModelId, subject.Resource, .. proposal.Split];
        return string.Join('/', parts.OfType<string>().Distinct(StringComparer.Ordinal));
    }

    /// <summary>
    /// What makes a finding urgent. A commitment that ends within thirty days counts whole, because it renews by itself
    /// unless somebody acts before.
    /// </summary>
    private UsdRange? Worth(Saving? saving) =>
        saving?.AvailableFrom <= now.AddDays(RenewsSoon) ? saving.Standalone : saving?.InSequence;

    /// <summary>
    /// Dollars over effort. A dollar that is only expected counts half of one that is certain; a finding of more effort
    /// has to bring twice as much to stand before one of less.
    /// </summary>
    private decimal Rank(Finding finding) => Worth(finding.Saving) is not { } worth
        ? -1
        : (worth.Low.Amount + worth.Expected.Amount) / 2 / (1 << (int)(finding.Effort ?? Effort.Low));

    private static Effort EffortOf(Proposal proposal) => Lever.All.Single(lever => lever.Id == proposal.Lever)
        .Checks.Single(check => check.Id == proposal.Check).Effort;

    /// <summary>What a finding adds to the others; where it waits, what it would add.</summary>
    private static decimal Promise(Saving saving) =>
        (saving.IsCounted ? saving.InSequence : saving.Standalone).Expected.Amount;

    /// <summary>
    /// A commitment that ends later saves nothing now and still is no small change: it is medium at most.
    /// </summary>
    private Severity SeverityOf(Saving? saving)
    {
        var expected = Worth(saving)?.Expected ?? Usd.Zero;
        var later = saving?.AvailableFrom is null ? expected : saving.Standalone.Expected;
        return Reaches(expected, options.High) ? Severity.High
            : Reaches(expected, options.Medium) || Reaches(later, options.Medium) ? Severity.Medium
            : Severity.Low;
    }

    private bool Reaches(Usd expected, (decimal Share, decimal Usd) threshold) =>
        expected.Amount >= threshold.Usd || (monthly > Usd.Zero && expected.Amount >= threshold.Share * monthly.Amount);

    private static UsdRange Kept(UsdRange range) => new(range.Low.Kept(), range.Expected.Kept(), range.High.Kept());
}
