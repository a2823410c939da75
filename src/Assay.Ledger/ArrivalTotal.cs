namespace Assay.Ledgers;

/// <summary>When the calls of a meter came.</summary>
/// <param name="ByHour">Calls of the window in each of the 24 UTC hours of the day.</param>
/// <param name="Quiet">Calls in hours that had at most half of the busiest hour's.</param>
/// <param name="Days">UTC days with a call.</param>
public sealed record ArrivalTotal(int MeterId, IReadOnlyList<long> ByHour, long Quiet, long Days);
