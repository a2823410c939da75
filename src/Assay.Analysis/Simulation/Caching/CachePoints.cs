namespace Assay.Analysis.Simulation.Caching;

/// <summary>Where checkpoints are placed.</summary>
[Flags]
public enum CachePoints
{
    None = 0,

    /// <summary>After the last definition of a tool.</summary>
    Tools = 1,

    /// <summary>After the last block of the system prompt.</summary>
    System = 2,

    /// <summary>At the end of the last message.</summary>
    Last = 4,

    /// <summary>
    /// After the last block of tools and system prompt that is the same in all calls, where a later one is not.
    /// </summary>
    Stable = 8,

    All = Tools | System | Last,
}
