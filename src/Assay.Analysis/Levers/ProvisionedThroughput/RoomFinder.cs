using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;

namespace Assay.Analysis.Levers.ProvisionedThroughput;

/// <summary>On-demand traffic of the same base model that a provisioned one could take on.</summary>
internal static class RoomFinder
{
    private const decimal MinutesAnHour = 60;

    /// <summary>Rows that are paid by the token for what a provisioned model serves too.</summary>
    public static IEnumerable<RowEvidence> Beside(
        AccountEvidence account, RowEvidence provisioned, CatalogueModel model) =>
        account.Judged.Where(each => each.Model!.Id == model.Id && each.Key!.Scope != RoutingScope.Provisioned
            && each.Row.Account == provisioned.Row.Account && each.Row.Region == provisioned.Row.Region);

    public static IEnumerable<Proposal> Find(AccountEvidence account, RowEvidence provisioned, ProvisionedFacts facts)
    {
        if (facts is not { Demand: { Peak: > 0 } demand, Base: { } model } || provisioned.Calls == 0)
        {
            yield break;
        }

        // Room in a mean minute: what the best minute shows it can do, less what it does.
        var room = Math.Max(facts.Capacity ?? 0, demand.Peak) - (demand.Sum / (account.Window.Hours * MinutesAnHour));
        foreach (var row in Beside(account, provisioned, model))
        {
            var used = (row.Prompt + (row.Row.OutputTokens?.Count ?? 0)) / (account.Window.Hours * MinutesAnHour);
            var share = used == 0 ? 0 : Math.Clamp(room / used, 0, 1);
            room -= used * share;
            if (share > 0)
            {
                yield return new(
                    "provisioned-throughput", ProvisionedThroughputLever.Room, row.Index,
                    new Subject(row.Row.Account, row.Row.Region, row.Row.ModelId, Resource: facts.Model.Arn),
                    (plan, bound) => plan.Each(part => part.Times(1 - (share * BoundShare.Of(bound, expected: 0.5m)))),
                    Evidence.Bounded,
                    ProvisionedWords.Room(account, row, facts, share));
            }
        }
    }
}
