using Assay.Aws;
using Assay.Diagnostics;
using Assay.Wording;

namespace Assay.Cli.Running;

/// <summary>What a scan would ask, before it asks it.</summary>
internal static class Plan
{
    /// <summary>Prints every operation with its IAM action, its number of calls and their dollars.</summary>
    public static async Task<ExitCode> PrintAsync(ScanRequest request, CancellationToken cancel)
    {
        var plan = await new Scanner(ScanRun.Version).PlanAsync(request, cancel);
        Console.Out.WriteLine($"{"operation and IAM action",-58}{"calls",7}{"USD",11}");
        foreach (var count in plan.Calls)
        {
            Console.Out.WriteLine($"{Name(count.Operation),-58}{count.Calls,7}{count.Cost.Amount,11:0.0000}");
        }

        Console.Out.WriteLine($"{"all of it, read-only",-58}{plan.ApiCalls,7}{plan.ApiCost.Amount,11:0.0000}");
        return ExitCode.Done;
    }

    /// <exception cref="AssayException">The scan would cost more than <paramref name="most"/>.</exception>
    public static async Task CheckAsync(ScanRequest request, decimal most, CancellationToken cancel)
    {
        var plan = await new Scanner(ScanRun.Version).PlanAsync(request, cancel);
        if (plan.ApiCost.Amount > most)
        {
            throw new AssayException(
                ExitCode.OverBudget,
                $"this scan would cost {Money.Of(plan.ApiCost)} in API calls, more than --max-cost {most}",
                "name fewer Regions or a shorter --since, or raise --max-cost");
        }
    }

    /// <summary>An IAM action is spelt as its operation; the few that need no permission say so.</summary>
    private static string Name(AllowedOperation operation) =>
        operation.IamAction ?? $"{operation.Service}:{operation.Name} (no permission needed)";
}
