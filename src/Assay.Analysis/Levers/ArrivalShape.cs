namespace Assay.Analysis.Levers;

/// <summary>What the hours of calls look like.</summary>
internal enum ArrivalShape
{
    /// <summary>They rise and fall with a day: people may be waiting.</summary>
    Daily,

    /// <summary>Most come within a few hours of the day: a job that somebody starts.</summary>
    Burst,

    /// <summary>As many by night as by day: machines, or people of the whole world.</summary>
    Flat,
}
