namespace Assay.Aws.Logs;

/// <summary>Counts failures in a row: a bucket of a million objects that nobody may read is given up early.</summary>
internal sealed class Run
{
    public const int Most = 100;

    private int failures;

    public bool IsHopeless => Volatile.Read(ref failures) >= Most;

    public void Succeeded() => Interlocked.Exchange(ref failures, 0);

    public void Failed() => Interlocked.Increment(ref failures);
}
