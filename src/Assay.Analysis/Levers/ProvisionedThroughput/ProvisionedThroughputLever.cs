using Assay.Analysis.Pricing;
using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Models;
using Assay.Units;
using Assay.Usage;
using Assay.Wording;

namespace Assay.Analysis.Levers.ProvisionedThroughput;

/// <summary>
/// Capacity that is paid by the hour, used or not: idle, dearer than the same tokens on demand, or with room for
/// on-demand traffic of the same model.
/// </summary>
public sealed class ProvisionedThroughputLever : ILever
{
    public const string Idle = "provisioned-idle";

    public const string UnderUsed = "provisioned-under-used";

    public const string Room = "provisioned-has-room";

    public string Id => "provisioned-throughput";

    public IReadOnlyList<LeverCheck> Checks { get; } =
    [
        // What is idle is idle at any price.
        LeverCheck.OfCapacity(Idle, "Provisioned Throughput is paid for and not used") with { Blind = _ => null },
        LeverCheck.OfCapacity(UnderUsed, "Provisioned Throughput costs more than its tokens on demand"),
        LeverCheck.OfCapacity(
            Room, "Calls are paid on demand beside Provisioned Throughput with room for them", "cloudwatch-demand") with
        {
            Blind = LeverCheck.WithoutPrice,
        },
    ];

    public IEnumerable<Proposal> Propose(AccountEvidence account)
    {
        var calls = new CallRoom(account);
        foreach (var (model, row) in account.Provisioned)
        {
            var facts = ProvisionedFacts.Of(account, row, model);
            var removal = Removal(account, row, facts);
            if (removal is not null)
            {
                yield return removal;
            }

            if (removal is null or { AvailableFrom: not null })
            {
                // Calls show minute by minute what sums can only bound; where they are known, they are asked.
                var ofCalls = calls.Find(row, facts).ToList();
                foreach (var move in ofCalls.Count > 0 ? ofCalls : RoomFinder.Find(account, row, facts))
                {
                    yield return move;
                }
            }
        }
    }

    /// <summary>Deleting it: all of its price when idle, the difference to on-demand when dearer than that.</summary>
    private Proposal? Removal(AccountEvidence account, RowEvidence row, ProvisionedFacts facts)
    {
        // Calls that could not be counted are not calls that were not made.
        List<RowEvidence> rows = [row, .. facts.Others];
        var counted = rows.Exists(each => each.Row.Invocations is not null);
        var idle = counted && rows.TrueForAll(each => each.Calls == 0 && each.Prompt == 0);
        var dearer = counted && facts is { Monthly: { } paid, OnDemand: { } onDemand } && onDemand < paid;
        if (!idle && !dearer)
        {
            return null;
        }

        return new(
            Id, idle ? Idle : UnderUsed, row.Index,
            new Subject(row.Row.Account, row.Row.Region, row.Row.ModelId, Resource: facts.Model.Arn),
            (plan, _) => new Plan(idle || facts.OnDemandKey is null ? [] : facts.OnDemandParts(plan), Usd.Zero),
            Evidence.Bounded,
            ProvisionedWords.Removal(account, row, facts, idle),
            facts.CommittedUntil(account.Window.To));
    }
}
