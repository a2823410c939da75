namespace Assay.Usage;

/// <summary>A span of time in UTC: <see cref="From"/> is inside, <see cref="To"/> is not.</summary>
public readonly record struct Window
{
    /// <exception cref="ArgumentException">The window is empty or runs backwards.</exception>
    public Window(DateTimeOffset from, DateTimeOffset to)
    {
        if (from >= to)
        {
            throw new ArgumentException($"a window must end after it begins: {from:O} to {to:O}", nameof(to));
        }

        (From, To) = (from.ToUniversalTime(), to.ToUniversalTime());
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    public TimeSpan Length => To - From;

    public decimal Hours => (decimal)Length.Ticks / TimeSpan.TicksPerHour;

    public decimal Days => (decimal)Length.Ticks / TimeSpan.TicksPerDay;

    /// <summary>The window of the same length that ends where this one begins.</summary>
    public Window Previous => new(From - Length, From);

    public bool Contains(DateTimeOffset instant) => From <= instant && instant < To;

    // The text a record makes of itself would hold the text of Previous, and so on without end.
    public override string ToString() => $"{From:O}/{To:O}";
}
