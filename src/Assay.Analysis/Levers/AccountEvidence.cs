using Assay.Analysis.Pricing;
using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.Analysis.Levers;

/// <summary>
/// What a lever may look at: every row of the window, the inventory, the prices of the window's last day.
/// </summary>
/// <param name="Day">The day whose prices savings are reckoned with.</param>
/// <param name="Demand">Per-minute demand by meter of the rows' provisioned models.</param>
public sealed record AccountEvidence(
    IReadOnlyList<RowEvidence> Rows,
    Inventory Inventory,
    PriceBook Book,
    Window Window,
    DateOnly Day,
    IReadOnlyDictionary<int, DemandTotal> Demand,
    LeverOptions Options)
{
    /// <summary>
    /// The tokens of a row hour by hour, asked of the ledger only for rows on which something depends on it.
    /// </summary>
    public Func<RowEvidence, IReadOnlyList<HourTotal>> Hours { get; init; } = _ => [];

    /// <summary>
    /// The tokens of a row minute by minute as CloudWatch counted them, in hours that calls do not count; asked of the
    /// ledger only where something depends on it.
    /// </summary>
    public Func<RowEvidence, IReadOnlyList<PeriodTotal>> Minutes { get; init; } = _ => [];

    /// <summary>Hands over every call that counts, in the order of time; null where none are known.</summary>
    internal Action<Action<RowCall>>? EachCall { get; init; }

    /// <summary>From the window to a month of 30 days.</summary>
    public decimal PerMonth => 720 / Window.Hours;

    /// <summary>The provisioned models that are billed, each with the row that pays for it.</summary>
    public IEnumerable<(Fact.ProvisionedModel Model, RowEvidence Row)> Provisioned =>
        from model in Inventory.Provisioned
        where ProvisionedHours.IsBilled(model)
        let row = RowsOf(model).OrderByDescending(each => each.Row.Cost.Provisioned.Amount).FirstOrDefault()
        where row is not null
        select (model, row);

    /// <summary>Its rows: calls of a provisioned model can be counted by metrics and by logs.</summary>
    public IEnumerable<RowEvidence> RowsOf(Fact.ProvisionedModel model) => Rows.Where(
        each => each.Row.Account == model.Account && each.Row.Region == model.Region
            && ModelResolver.ShortId(each.Row.ModelId) == ModelResolver.ShortId(model.Arn));

    /// <summary>Rows with a known model, a price and enough calls to judge.</summary>
    public IEnumerable<RowEvidence> Judged =>
        Rows.Where(row => row is { Model: not null, Plan: not null, Key: not null }
            && row.Calls >= Options.MinimumCalls);
}
