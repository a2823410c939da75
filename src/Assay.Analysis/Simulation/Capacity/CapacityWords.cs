using Assay.Replays;
using Assay.Units;
using Assay.Wording;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>What a person has to know of each way to serve a demand, beside its price.</summary>
internal static class CapacityWords
{
    public static string Name(string kind, string? term) => term switch
    {
        null => kind == CapacityKind.OnDemand ? "on demand" : kind,
        CapacityTerm.None => $"{kind}, no term",
        _ => $"{kind}, {Count.Of(CapacityTerm.Months(term), "month")}",
    };

    public static string Caveat(string kind, string? term) => kind switch
    {
        CapacityKind.OnDemand => "nothing is bound; quotas limit it, and a full minute is throttled",
        CapacityKind.Provisioned when CapacityTerm.Months(term) is > 0 and var months =>
            $"not for inference profiles or batch jobs; it can't be deleted for {Count.Of(months, "month")} and renews "
            + "by itself unless it is deleted then",
        CapacityKind.Provisioned => "not for inference profiles or batch jobs; paid by the hour until it is deleted",
        CapacityKind.Reserved => "AWS's account team sells it and ends it: it is paid until they do; "
            + "whether cache reads take of it is not documented: they are paid as now",
        CapacityKind.Flex => "answers come later when Bedrock is busy, and calls can be turned away",
        CapacityKind.Priority => "dearer, and served before the others when Bedrock is busy",
        _ => "answers come within a day as files, not as calls; no tools, no cache",
    };

    /// <summary>Why the best choice is the best, in one sentence with its numbers.</summary>
    public static string Reason(CapacityChoice best, CapacityChoice onDemand)
    {
        if (best.Kind == CapacityKind.OnDemand)
        {
            return "of what has a price and can be bought, nothing is better than these "
                + $"{Cost(best.MonthlyUsd)} a month by the token";
        }

        var saved = $"it saves {Cost(onDemand.MonthlyUsd - best.MonthlyUsd)} of {Cost(onDemand.MonthlyUsd)} a month";
        return best.Utilisation is not { } used || best.BreakEvenUtilisation is not { } even
            ? saved
            : saved + $"; used to {Percent.Of(used)}, it pays from {Percent.Of(even)} on"
                + (best.PaysAfterMonths is { } stay
                    ? $"; the model must stay for {stay:0.0} of {Count.Of(CapacityTerm.Months(best.Term), "month")}"
                    : "")
                + (best.RegretUsd is { Amount: > 0 } regret
                    ? $"; were demand 30 % less, it would cost {Cost(regret)} more than the best size then" : "");
    }

    /// <summary>Why something that costs less a month is not advised.</summary>
    public static string Against(CapacityChoice choice) =>
        $"{Name(choice.Kind, choice.Term)} costs {Cost(choice.MonthlyUsd)} a month, but "
        + (choice.Replaced.FirstOrDefault(each => each.On is not null && each.NetUsd.Amount < 0) is { } end
            ? $"the model ends on {end.On:yyyy-MM-dd}, before the term does, and then it would have lost "
                + Cost(new Usd(-end.NetUsd.Amount))
            : "AWS sells it no longer");

    private static string Cost(Usd? usd) => usd is { } known ? Money.Of(known) : Count.Unknown;
}
