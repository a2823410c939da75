namespace Assay.Analysis.Simulation.Capacity;

/// <summary>What is reserved: input and output apart, in tokens a minute.</summary>
internal readonly record struct ReservedPair(long InputTpm, long OutputTpm)
{
    public static ReservedPair None => default;
}
