using Assay.Replays;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>Which choice is best where answers are waited for, and which where they can wait.</summary>
internal static class CapacityAdviser
{
    public const string Now = "answers-now";

    public const string CanWait = "answers-can-wait";

    /// <param name="choices">The cheapest first.</param>
    public static IReadOnlyList<CapacityAdvice> Of(IReadOnlyList<CapacityChoice> choices)
    {
        var priced = choices.Where(each => each.MonthlyUsd is not null && IsWise(each)).ToList();
        if (priced.Find(each => each.Kind == CapacityKind.OnDemand) is not { } onDemand)
        {
            return [];
        }

        var now = priced.First(each => each.Kind is not (CapacityKind.Flex or CapacityKind.Batch));
        var better = choices.TakeWhile(each => each != now).FirstOrDefault(each => !IsWise(each));
        var first = Advice(Now, now, onDemand);
        first = better is null ? first : first with
        {
            Reason = $"{first.Reason}; {CapacityWords.Against(better)}",
        };
        return priced[0] == now ? [first] : [first, Advice(CanWait, priced[0], onDemand)];
    }

    /// <summary>
    /// What is still sold, and does not lose money by an end of the model that is known today.
    /// </summary>
    private static bool IsWise(CapacityChoice choice) => choice.IsSold
        && (choice.Pays || CapacityTerm.Months(choice.Term) == 0)
        && choice.Replaced.All(each => each.On is null || each.NetUsd.Amount >= 0);

    private static CapacityAdvice Advice(string of, CapacityChoice best, CapacityChoice onDemand) =>
        new(of, best.Kind, best.Term, CapacityWords.Reason(best, onDemand));
}
