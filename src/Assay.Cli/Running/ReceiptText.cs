using System.Globalization;
using Assay.Aws;
using Assay.Wording;

namespace Assay.Cli.Running;

/// <summary>What was asked of AWS, or would be: operations, how often, for how many dollars.</summary>
internal static class ReceiptText
{
    private const int NameWidth = 58;

    /// <summary>
    /// One line at the end of a scan; before it, if <paramref name="verbose"/>, every operation: Bedrock's, the others.
    /// </summary>
    public static void Write(ScanReceipt receipt, TextWriter to, bool verbose)
    {
        foreach (var line in receipt.Calls.Where(_ => verbose).ToLookup(count => count.Operation.Service == "bedrock"))
        {
            to.WriteLine(string.Join(", ", line.Select(Counted)));
        }

        var paid = receipt.Calls.Where(count => !count.Operation.IsFree).Select(Counted);
        var free = receipt.Calls.Where(count => count.Operation.IsFree).Sum(count => count.Calls);
        var seconds = receipt.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        to.WriteLine(
            $"{Count.Of(receipt.ApiCalls, "API call")} ({string.Join(", ", paid.Append($"{free} free"))}), "
            + $"{Money.Of(receipt.ApiCost)}, {seconds} s; read-only");
    }

    public static void WriteTable(ScanReceipt receipt, TextWriter to)
    {
        to.WriteLine($"{"operation and IAM action",-NameWidth}{"calls",7}{"metrics",9}{"USD",11}");
        foreach (var count in receipt.Calls)
        {
            to.WriteLine(Line(Name(count.Operation), count.Calls, count.Metrics, count.Cost.Amount));
        }

        var metrics = receipt.Calls.Sum(count => count.Metrics);
        to.WriteLine(Line("all of it, read-only", receipt.ApiCalls, metrics, receipt.ApiCost.Amount));
    }

    private static string Counted(OperationCount count) =>
        $"{count.Operation.Name} {count.Calls}{(count.Metrics == 0 ? "" : $" with {count.Metrics} metrics")}";

    private static string Line(string name, long calls, long metrics, decimal usd) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-NameWidth}{calls,7}{(metrics == 0 ? "" : $"{metrics}"),9}{usd,11:0.00000}");

    /// <summary>An IAM action is spelt as its operation; the few that need no permission say so.</summary>
    private static string Name(AllowedOperation operation) =>
        operation.IamAction ?? $"{operation.Service}:{operation.Name} (no permission needed)";
}
