using System.Collections.Concurrent;

namespace Assay.Aws.Transport;

/// <summary>Counts what was asked, for the receipt. Retries of one call are one call.</summary>
internal sealed class CallTally
{
    private readonly ConcurrentDictionary<AllowedOperation, (long Calls, long Metrics)> counts = new();

    public void Add(AllowedOperation operation, int metrics = 0) => counts.AddOrUpdate(
        operation, _ => (1, metrics), (_, old) => (old.Calls + 1, old.Metrics + metrics));

    /// <summary>In the order of <see cref="AllowedOperations.All"/>.</summary>
    public IReadOnlyList<OperationCount> ByOperation() =>
    [
        .. from operation in AllowedOperations.All
           where counts.ContainsKey(operation)
           let count = counts[operation]
           select new OperationCount(
               operation, count.Calls, count.Metrics,
               new(count.Calls * operation.UsdPerRequest + count.Metrics * operation.UsdPerMetric)),
    ];
}
