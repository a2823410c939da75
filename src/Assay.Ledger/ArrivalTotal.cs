namespace Assay.Ledgers;

/// <summary>When the calls of a meter or a workload came.</summary>
/// <param name="Of">Id of the meter, or of the workload.</param>
/// <param name="ByHour">Calls of the window in each of the 24 UTC hours of the day.</param>
/// <param name="Quiet">Calls in hours that had at most half of the busiest hour's.</param>
/// <param name="Days">UTC days with a call.</param>
public sealed record ArrivalTotal(int Of, IReadOnlyList<long> ByHour, long Quiet, long Days)
{
    /// <param name="rows">One for each hour of the day in which calls came.</param>
    internal static IReadOnlyList<ArrivalTotal> Sum(IEnumerable<ArrivalRow> rows) =>
    [
        .. rows.GroupBy(row => row.Of).Select(each => new ArrivalTotal(
            each.Key,
            [.. Enumerable.Range(0, 24).Select(hour => each.Where(row => row.Hour == hour).Sum(row => row.Calls))],
            each.Sum(row => row.Quiet),
            each.First().Days)),
    ];
}
