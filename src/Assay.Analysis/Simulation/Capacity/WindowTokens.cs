namespace Assay.Analysis.Simulation.Capacity;

/// <summary>Tokens of one window of a demand.</summary>
/// <param name="Input">Without cache reads and writes; of a demand that is not told by kind, its amount.</param>
public readonly record struct WindowTokens(decimal Input, decimal Output, decimal CacheRead, decimal CacheWrite)
{
    /// <summary>What input of the Reserved tier takes: cache writes count, cache reads do not.</summary>
    public decimal Prompt => Input + CacheWrite;

    /// <summary>What the Reserved tier takes in all.</summary>
    public decimal Reserved => Prompt + Output;

    /// <summary>What a model unit takes: reads count a tenth, writes five quarters (AWS blog of 2026-03-12).</summary>
    public decimal Provisioned => Input + Output + (1.25m * CacheWrite) + (0.1m * CacheRead);

    public decimal All => Input + Output + CacheRead + CacheWrite;

    public static WindowTokens operator +(WindowTokens a, WindowTokens b) => new(
        a.Input + b.Input, a.Output + b.Output, a.CacheRead + b.CacheRead, a.CacheWrite + b.CacheWrite);

    public static WindowTokens operator *(WindowTokens a, decimal share) => new(
        a.Input * share, a.Output * share, a.CacheRead * share, a.CacheWrite * share);
}
