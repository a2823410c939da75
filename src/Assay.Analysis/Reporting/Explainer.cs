using Assay.Analysis.Checks;
using Assay.Analysis.Levers;
using Assay.Analysis.Levers.Reserved;
using Assay.Analysis.Pricing;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;
using Assay.Pricing;
using Assay.Reports;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Reporting;

/// <summary>Shows the plans that gave a finding its dollars, with the prices they were reckoned at.</summary>
internal sealed class Explainer(AccountEvidence account, WaterfallResult waterfall, Provenance provenance)
{
    public Explanation Of(Proposal proposal, Finding finding)
    {
        var row = account.Rows[proposal.Row];
        var lever = Lever.All.Single(each => each.Id == proposal.Lever);
        var check = lever.Checks.Single(each => each.Id == proposal.Check);
        var alone = finding.Saving is null ? []
            : proposal.Replayed is { } replayed
                ? Steps([.. replayed.After.Select(after => (replayed.Workload.Plan, after))])
            : row.Plan is { } plan ? Steps([.. Bounds.All.Select(bound => (plan, proposal.Edit(plan, bound)))])
            : [];
        var inSequence = Steps(waterfall.Sequence.GetValueOrDefault(proposal) ?? []);
        var window = account.Window;
        return new(
            provenance,
            new ReportWindow(window.From, window.To, Math.Round(window.Days, 6)),
            finding,
            new Check(check.Id, lever.Id, check.Title, Lever.HelpOf(lever)),
            proposal.Replayed is null ? [.. Inputs(row)] : WorkloadInputs.Of(proposal.Replayed.Workload),
            account.PerMonth,
            account.Day,
            alone,
            inSequence,
            [.. Prices(row, [.. alone, .. inSequence])]);
    }

    /// <summary>A finding of a query: its thresholds, and the query as the formula.</summary>
    public Explanation Of(Finding finding, CheckChoice choice)
    {
        var check = SqlCheck.All.Single(each => each.Id == finding.Check);
        var window = account.Window;
        return new(
            provenance,
            new ReportWindow(window.From, window.To, Math.Round(window.Days, 6)),
            finding,
            new Check(check.Id, null, check.Title, $"{check.Help}\n```sql\n{check.Sql}```\n"),
            [
                .. SqlFindings.Values(check, choice)
                    .Select(pair => new ExplainedInput($"{check.Id}.{pair.Key}", pair.Value, "threshold")),
            ],
            account.PerMonth,
            account.Day,
            Alone: [],
            InSequence: [],
            Prices: [])
        {
            Query = check.Sql,
        };
    }

    private List<ExplainedStep> Steps(IReadOnlyList<(Plan Before, Plan After)> plans) =>
    [
        .. plans.Select((each, i) => new ExplainedStep(
            Bounds.All[i].ToString().ToLowerInvariant(), PlanOf(each.Before), PlanOf(each.After))),
    ];

    private ExplainedPlan PlanOf(Plan plan) => new(
        [
            .. from part in plan.Parts
               from line in part.Lines(account.Book, account.Day)
               let price = line.Price ?? throw new InvalidOperationException("a plan that was priced has no price")
               select new ExplainedLine(part.Key, line.Kind, line.Tokens, price, price.Of(line.Tokens)),
        ],
        plan.Hourly,
        plan.Cost(account.Book, account.Day)!.Value);

    private static IEnumerable<ExplainedInput> Inputs(RowEvidence evidence)
    {
        var row = evidence.Row;
        var metrics = row.Endpoint == Endpoint.Mantle ? "cloudwatch-mantle-metrics" : "cloudwatch-metrics";
        yield return new("invocations", row.Invocations, metrics);
        yield return new("inputTokens", row.InputTokens?.Count, metrics);
        yield return new("outputTokens", row.OutputTokens?.Count, metrics);
        yield return new("cacheReadTokens", row.CacheReadTokens?.Count, metrics);
        yield return new("cacheWriteTokens", row.CacheWriteTokens?.Count, metrics);
        yield return new("activeHours", evidence.ActiveHours, metrics);
        yield return new("promptTokensPerCall", evidence.PromptPerCall, "computed");
        yield return new("outputTokensPerCall", evidence.OutputPerCall, "computed");
        yield return new("cacheReadShare", row.Ratios.CacheReadShare?.Value, "computed");
        yield return new("cacheReuseShare", row.Ratios.CacheReuseShare?.Value, "computed");
        yield return new("costUsd", row.CostUsd?.Amount, "computed");
        foreach (var (name, of) in (IEnumerable<(string, Fact.Distribution?)>)
            [("input", evidence.Input), ("output", evidence.Output)])
        {
            if (of is not null)
            {
                yield return new(name + "TokensP99", of.P99, "cloudwatch-percentiles");
                yield return new(name + "TokensMax", of.Max, "cloudwatch-percentiles");
            }
        }
    }

    private IEnumerable<ExplainedPrice> Prices(RowEvidence row, IReadOnlyList<ExplainedStep> steps)
    {
        var keys = steps.SelectMany(step => step.Before.Lines.Concat(step.After.Lines)).Select(line => line.Key)
            .Distinct();
        foreach (var key in keys)
        {
            if (account.Book.Find(key, account.Day) is { } card && key.Scope != RoutingScope.Provisioned)
            {
                yield return new(
                    key.Model, key.Scope, key.Region, key.Tier, null, card.From, card.FromBasis, card.Source,
                    card.Checked);
            }
        }

        // Levers choose the term; both that are sold are shown.
        foreach (var key in keys.Where(key => key.Tier == ServiceTier.Reserved))
        {
            foreach (var unit in ReservedPrice.Of(account.Book, key, account.Day)
                .SelectMany(price => new[] { price.Input, price.Output }))
            {
                yield return new(
                    key.Model, key.Scope, key.Region, key.Tier, new UsdPerHour(unit.Usd), unit.From, unit.FromBasis,
                    unit.Source, unit.Checked)
                {
                    Unit = $"{unit.Unit}, {unit.Term}",
                };
            }
        }

        foreach (var (model, _) in account.Provisioned.Where(each => each.Row.Index == row.Index))
        {
            if (ProvisionedHours.CardOf(account.Book, model, account.Day) is { } card)
            {
                yield return new(
                    ProvisionedHours.BaseOf(account.Book, model)!.Id, RoutingScope.Provisioned, model.Region, null,
                    card.PerUnit, card.From, card.FromBasis, card.Source, card.Checked)
                {
                    Unit = "model-unit-hour",
                };
            }
        }
    }
}
