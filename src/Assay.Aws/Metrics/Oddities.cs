namespace Assay.Aws.Metrics;

/// <summary>Datapoints that are no counts, by what is wrong with them.</summary>
internal sealed class Oddities
{
    private long missing;
    private long negative;
    private long fractional;
    private long outside;

    public void NotANumber() => Interlocked.Increment(ref missing);

    public void Negative() => Interlocked.Increment(ref negative);

    public void Fractional() => Interlocked.Increment(ref fractional);

    public void Outside() => Interlocked.Increment(ref outside);

    /// <summary>One sentence for each kind that was met.</summary>
    public IEnumerable<string> Sentences()
    {
        return All().Where(pair => pair.Count > 0).Select(pair => $"{pair.Count} datapoints {pair.What}");

        IEnumerable<(long Count, string What)> All() =>
        [
            (missing, "are no numbers and were skipped"),
            (negative, "are negative and were rejected"),
            (fractional, "are fractions and were rounded to the nearest whole"),
            (outside, "lie outside the time asked for and were skipped"),
        ];
    }
}
