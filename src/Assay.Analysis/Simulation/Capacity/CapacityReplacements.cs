using Assay.Replays;
using Assay.Units;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>What a term costs if the model is replaced while it runs and the demand moves away with it.</summary>
/// <param name="Months">Of the term, of 30 days each.</param>
/// <param name="Capacity">A month of it, used or not.</param>
/// <param name="Saved">What a month of use saves on demand calls, its own cost taken off.</param>
internal sealed record CapacityReplacements(int Months, decimal Capacity, decimal Saved)
{
    private const decimal DaysOfMonth = 30;

    /// <summary>Months the demand must stay: until then its worth has not paid for the whole term.</summary>
    public decimal? PaysAfter => Months == 0 || Saved <= 0 ? null : Months * Capacity / (Saved + Capacity);

    /// <param name="after">Months after which it is supposed to happen.</param>
    /// <param name="end">The model's known end of life.</param>
    public IReadOnlyList<CapacityReplacement> Of(IEnumerable<decimal> after, DateOnly day, DateOnly? end)
    {
        var known = end is { } on ? (on.DayNumber - day.DayNumber) / DaysOfMonth : -1;
        return
        [
            .. after.Where(each => each < Months).Distinct().Select(each => (After: each, On: (DateOnly?)null))
                .Concat(known >= 0 && known < Months ? [(known, end)] : [])
                .OrderBy(each => each.After).ThenBy(each => each.On)
                .Select(each => new CapacityReplacement(
                    decimal.Round(each.After, 2), each.On, Kept((Months - each.After) * Capacity),
                    Kept((each.After * Saved) - ((Months - each.After) * Capacity)))),
        ];
    }

    private static Usd Kept(decimal amount) => new Usd(amount).Kept();
}
