using Assay.Analysis.Checks;
using Assay.Analysis.Levers;
using Assay.Analysis.Proofs;
using Assay.Analysis.Replay;
using Assay.Analysis.Simulation;
using Assay.Diagnostics;
using Assay.Findings;
using Assay.Ledgers;
using Assay.Pricing;
using Assay.Reports;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Reporting;

/// <summary>From a priced ledger to the report of a window: the one path of every verb that reports.</summary>
public sealed class ReportBuilder(Ledger ledger, PriceBook book, ReportOptions options)
{
    /// <summary>What estimates from metrics never hold (report contract, <c>notCovered</c>).</summary>
    private static readonly string[] NeverCovered =
    [
        "discounts, credits and taxes",
        "guardrails, knowledge bases and agents' own charges",
        "images, audio and video",
        "batch jobs",
        "custom model training, storage and import units",
    ];

    public Report Build(Window window)
    {
        var judged = Judge(window);
        var (inventory, rows, account, waterfall) = (judged.Inventory, judged.Rows, judged.Account, judged.Waterfall);
        List<Finding> findings = [.. judged.Findings.Select(each => each.Finding)];
        var owners = OwnersBuilder.Build(rows, ledger.CallOwners(window));
        return new(
            Provenance,
            new ReportWindow(window.From, window.To, Math.Round(window.Days, 6)),
            CoverageOf(inventory),
            judged.Totals with { Saving = waterfall.Total, UnownedShare = OwnersBuilder.Unowned(owners) },
            [.. rows.Select(row => row.Row)],
            new SeriesBuilder(ledger).Build(window),
            owners,
            [.. ledger.WorkloadTotals(window).Select(Workload)],
            findings,
            ChecksBuilder.Build(account, findings, options.Checks),
            waterfall.Steps,
            CapacityBuilder.Build(account),
            [.. inventory.BatchJobs.Select(Batch)],
            [
                .. inventory.Diagnostics.Concat(judged.Muted.Told()).OrderByDescending(each => each.Level)
                    .ThenBy(each => each.Where, StringComparer.Ordinal),
            ])
        {
            Billed = new BilledBuilder(ledger, book, inventory).Build(window),
        };
    }

    /// <summary>Every finding of <see cref="Build"/> in its order, with what its dollars are made of.</summary>
    public IReadOnlyList<Explanation> Explain(Window window)
    {
        var judged = Judge(window);
        var explainer = new Explainer(judged.Account, judged.Waterfall, Provenance);
        return
        [
            .. judged.Findings.Select(each => each.Proposal is { } proposal
                ? explainer.Of(proposal, each.Finding)
                : explainer.Of(each.Finding, options.Checks)),
        ];
    }

    private Provenance Provenance => new(options.Version, options.Command, book.Digest, book.Checked);

    private Judged Judge(Window window)
    {
        var inventory = ledger.Inventory();
        var rows = new ModelRows(ledger, book, inventory).Build(window);
        var account = Evidence(rows, inventory, window);
        var prover = ProverOf(rows, account, window);
        account = prover?.Account ?? account;
        var muted = new MutedFindings(options.Checks, DateOnly.FromDateTime(window.To.UtcDateTime));
        // What is muted saves nothing: it is in no total either.
        var proposals = OfRows(account)
            .Concat(prover?.Alone() ?? [])
            .Where(proposal => options.Checks.Has(proposal.Check) && !muted.Holds(FindingBuilder.IdOf(proposal)))
            .ToList();
        var totals = new TotalsBuilder(ledger, inventory).Build(window, rows);
        var waterfall = new Waterfall(book, account.Day)
            .Run(
                [.. account.Rows.Select(row => row.Plan)],
                proposals,
                totals.MonthlyUsd,
                prover?.Sequence([.. proposals.Where(proposal => proposal.Replayed is not null)]));
        var findings = new FindingBuilder(options, totals.MonthlyUsd, window.To).Build(proposals, waterfall);
        var asked = SqlFindings.Of(ledger, window, options.Checks).Where(finding => !muted.Holds(finding.Id));
        return new(
            inventory, rows, account, totals, waterfall,
            [
                // Severity follows dollars, so the dearest stay first; what has none stands behind its equals.
                .. findings.Select(each => (Proposal: (Proposal?)each.Proposal, each.Finding))
                    .Concat(asked.Select(finding => (Proposal: (Proposal?)null, Finding: finding)))
                    .Select(each => each with
                    {
                        Finding = each.Finding with
                        {
                            Verify = VerifyCommand.On(options.Ledger, each.Finding.Verify),
                        },
                    })
                    .OrderByDescending(each => each.Finding.Severity),
            ],
            muted);
    }

    /// <summary>What levers propose to rows; where calls were made again, their remedies speak instead.</summary>
    private static IEnumerable<Proposal> OfRows(AccountEvidence account) =>
        from lever in Lever.All
        from proposal in lever.Propose(account)
        let row = account.Rows[proposal.Row]
        where !row.IsReplayed || lever.OfCalls.All(remedy => remedy.Check != proposal.Check)
        select proposal with { Split = row.Row.Split };

    /// <summary>
    /// What a report and an explanation are both made of; a finding without a proposal is one of a query.
    /// </summary>
    private sealed record Judged(
        Inventory Inventory,
        IReadOnlyList<BuiltRow> Rows,
        AccountEvidence Account,
        Totals Totals,
        WaterfallResult Waterfall,
        IReadOnlyList<(Proposal? Proposal, Finding Finding)> Findings,
        MutedFindings Muted);

    /// <returns>Null for a ledger without calls.</returns>
    private CallProver? ProverOf(IReadOnlyList<BuiltRow> rows, AccountEvidence account, Window window) =>
        ledger.Calls.Count == 0
            ? null
            : new CallProver(
                new ReplayContext(ledger, book, window, isCounted: true)
                {
                    Options = account.Options,
                },
                account,
                rows.ToDictionary(row => row.MeterId, row => row.Index),
                options.Checks.Has);

    private AccountEvidence Evidence(IReadOnlyList<BuiltRow> rows, Inventory inventory, Window window)
    {
        var day = DateOnly.FromDateTime(window.To.UtcDateTime.AddTicks(-1));
        var demand = ledger.Demand(window).ToDictionary(each => each.MeterId);
        var arrivals = ledger.Arrivals(window).ToDictionary(each => each.Of);
        var evidence = new EvidenceBuilder(book, inventory, window, day);
        var hours = new Dictionary<int, IReadOnlyList<HourTotal>>();
        var minutes = new Lazy<ILookup<int, PeriodTotal>>(() => ledger.Minutes(window).ToLookup(each => each.MeterId));
        return new(
            [
                .. rows.Select(row => evidence.Of(row) with
                {
                    Arrivals = arrivals.GetValueOrDefault(row.MeterId),
                }),
            ],
            inventory,
            book,
            window,
            day,
            rows.Where(row => demand.ContainsKey(row.MeterId))
                .Select(row => (row.Index, Demand: demand[row.MeterId]))
                .ToDictionary(pair => pair.Index, pair => pair.Demand),
            options.Levers)
        {
            Hours = row => hours.TryGetValue(row.Index, out var read)
                ? read
                : hours[row.Index] = ledger.Hours(rows[row.Index].MeterId, window),
            Minutes = row => [.. minutes.Value[rows[row.Index].MeterId]],
        };
    }

    private ReportCoverage CoverageOf(Inventory inventory)
    {
        var reading = ledger.LastReading;
        return new(
            [
                .. inventory.Accounts.Keys.Concat(ledger.Meters.Select(meter => meter.Account))
                    .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
            [
                .. inventory.Coverage.Select(each => each.Region).OfType<string>()
                    .Concat(ledger.Meters.Select(meter => meter.Region))
                    .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
            inventory.Coverage,
            reading?.ApiCalls ?? 0,
            reading?.ApiCostUsd ?? 0,
            NeverCovered);
    }

    private WorkloadRow Workload(WorkloadTotal total) => new(
        total.Workload.Slug,
        total.Workload.Name,
        total.Workload.Owner ?? total.Workload.Caller,
        total.Workload.Model is { } id ? book.Catalogue.Find(id)?.Name ?? id : null,
        total.Calls,
        total.Conversations ?? 0,
        total.Cost)
    {
        Tokens = total.Tokens,
    };

    private static BatchRow Batch(Fact.BatchJob job) => new(
        job.Account, job.Region, job.ModelId, job.Name, job.Status, job.Submitted, job.TotalRecords, job.SuccessRecords,
        job.ErrorRecords);
}
