namespace Assay.FakeAws.CloudWatch;

/// <summary>What CloudWatch knows of one period of an answer.</summary>
internal sealed class Window(long time)
{
    public long Time => time;

    public double Sum { get; private set; }

    public double Samples { get; private set; }

    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    public void Add(double sum, double samples)
    {
        Sum += sum;
        Samples += samples;
        if (samples > 0)
        {
            // Single samples are not stored, so the mean of each part stands for them.
            Minimum = Math.Min(Minimum, sum / samples);
            Maximum = Math.Max(Maximum, sum / samples);
        }
    }
}
