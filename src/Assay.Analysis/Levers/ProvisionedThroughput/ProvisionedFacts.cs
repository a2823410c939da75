using Assay.Analysis.Pricing;
using Assay.Analysis.Replay;
using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;
using Assay.Units;
using Assay.Usage;

namespace Assay.Analysis.Levers.ProvisionedThroughput;

/// <summary>One provisioned model: what it costs, what its tokens would cost on demand, how busy it is.</summary>
/// <param name="Monthly">720 hours of its units; null where the price is not known.</param>
/// <param name="OnDemandKey">The on-demand price of the same base model; null where it has none here.</param>
/// <param name="OnDemand">A month of its tokens on demand; null where not known.</param>
/// <param name="Demand">Its minutes; null where none were read.</param>
internal sealed record ProvisionedFacts(
    Fact.ProvisionedModel Model,
    CatalogueModel? Base,
    Usd? Monthly,
    PriceKey? OnDemandKey,
    Usd? OnDemand,
    DemandTotal? Demand)
{
    private const decimal HoursAMonth = 720;

    /// <summary>Rows beside the one that pays in which its calls are counted too.</summary>
    public IReadOnlyList<RowEvidence> Others { get; init; } = [];

    /// <summary>Tokens a minute that its units serve, as set; null where nobody said it.</summary>
    public decimal? Capacity { get; init; }

    public string Name => Model.Name;

    public string BaseName => Base?.Name ?? ModelResolver.ShortId(Model.FoundationModelArn);

    public static ProvisionedFacts Of(AccountEvidence account, RowEvidence row, Fact.ProvisionedModel model)
    {
        var price = ProvisionedHours.CardOf(account.Book, model, account.Day);
        var known = ProvisionedHours.BaseOf(account.Book, model);
        var key = known is null ? null : OnDemandKeyOf(account, known.Id, model.Region);
        var facts = new ProvisionedFacts(
            model, known, price is null ? null : (price.PerUnit * model.ModelUnits).Over(HoursAMonth), key, null,
            account.Demand.GetValueOrDefault(row.Index));
        facts = facts with
        {
            Others = [.. account.RowsOf(model).Where(each => each.Index != row.Index)],
            Capacity = known is not null && account.Options.ModelUnitCapacity.TryGetValue(known.Id, out var unit)
                ? unit * model.ModelUnits
                : null,
        };
        return key is null || row.Plan is null ? facts : facts with
        {
            OnDemand = new Plan(facts.OnDemandParts(row.Plan), Usd.Zero).Cost(account.Book, account.Day),
        };
    }

    /// <param name="plan">Of the row that pays; calls that are counted elsewhere come with it.</param>
    public IReadOnlyList<Part> OnDemandParts(Plan plan) =>
    [
        .. plan.Parts.Concat(Others.SelectMany(each => each.Plan?.Parts ?? []))
            .Select(part => part with { Key = OnDemandKey! }),
    ];

    /// <summary>When it can be deleted; null means now.</summary>
    public DateTimeOffset? CommittedUntil(DateTimeOffset now) =>
        Model.CommitmentEnds is { } ends && Model.Commitment is not null && ends > now ? ends : null;

    private static PriceKey? OnDemandKeyOf(AccountEvidence account, string model, string region)
    {
        foreach (var scope in (RoutingScope[])[RoutingScope.InRegion, RoutingScope.Geo, RoutingScope.Global])
        {
            var key = new PriceKey(model, scope, region);
            if (account.Book.Find(key, account.Day) is not null)
            {
                return key;
            }
        }

        return null;
    }
}
