namespace Assay.Analysis.Levers.Reserved;

/// <summary>
/// One of the two things that are reserved apart, input or output tokens a minute: how much of it is worth reserving.
/// </summary>
/// <param name="Hours">Tokens of every hour of the window, the fullest first; an hour without a count has none.</param>
/// <param name="UsdPerToken">What one of these tokens costs now.</param>
/// <param name="UsdPerHour">Of 1,000 tokens a minute, reserved.</param>
/// <param name="Minimum">The least that is sold, in tokens a minute.</param>
internal sealed record Lane(IReadOnlyList<decimal> Hours, decimal UsdPerToken, decimal UsdPerHour, long Minimum)
{
    private const int HoursAMonth = 720;

    private const int MinutesAnHour = 60;

    /// <summary>Reservations are sold by the thousand.</summary>
    private const int Step = 1_000;

    /// <summary>
    /// The size that costs least: one more thousand pays as long as enough hours would fill it, which is the share of
    /// hours that its price is of the price of the tokens.
    /// </summary>
    public long Best
    {
        get
        {
            var worth = UsdPerToken * Step * MinutesAnHour;
            var needed = worth > 0 ? (int)decimal.Ceiling(Math.Min(UsdPerHour / worth, 2) * Hours.Count) : int.MaxValue;
            var level = needed <= 0 || needed > Hours.Count ? 0 : Hours[needed - 1] / MinutesAnHour;
            return Math.Max(Minimum, (long)(level / Step) * Step);
        }
    }

    /// <summary>
    /// Share of the tokens that fit, if those of an hour come evenly over its minutes: the most there can be.
    /// </summary>
    public decimal Served(long size)
    {
        var all = Hours.Sum();
        return all == 0 ? 0 : Hours.Sum(hour => Math.Min(hour, (decimal)size * MinutesAnHour)) / all;
    }

    /// <summary>Share of the hours that fill a size.</summary>
    public decimal Full(long size) =>
        (decimal)Hours.Count(hour => hour >= (decimal)size * MinutesAnHour) / Hours.Count;

    /// <summary>Dollars of a month.</summary>
    public decimal Cost(long size) => UsdPerHour * size / Step * HoursAMonth;
}
