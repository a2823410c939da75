using System.Text.Json;
using Assay.Aws;
using Assay.Cli.Hosting;
using Assay.Diagnostics;
using Assay.Wording;

namespace Assay.Cli.Running;

/// <summary>What a scan would ask, before it asks it.</summary>
internal static class Plan
{
    /// <summary>Prints every operation with its IAM action, its number of calls and their dollars.</summary>
    public static async Task<ExitCode> PrintAsync(ScanRequest request, Settings settings, CancellationToken cancel)
    {
        if (settings.Files.Count > 0 || settings.Format?.Name is not ("table" or "json"))
        {
            throw new AssayException(
                ExitCode.Usage, "a plan is a table or JSON on standard output",
                "give --plan alone or with --format json, and no --output");
        }

        var plan = await new Scanner(ScanRun.Version).PlanAsync(request, cancel);
        if (settings.Format.Name == "json")
        {
            WriteJson(plan, request);
        }
        else
        {
            WriteTable(plan);
        }

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

    private static void WriteTable(ScanReceipt plan)
    {
        ReceiptText.WriteTable(plan, Console.Out);
        if (plan.Calls.Any(count => IsBill(count.Operation)))
        {
            Console.Out.WriteLine(
                "Cost Explorer: only a paid call tells how many pages there are. One of each is counted; at most "
                    + $"{plan.Calls.Where(count => IsBill(count.Operation)).Sum(Most)} requests are sent, and the rest "
                    + "is reported as not read. An account without Bedrock on its bill costs a request less.");
        }
    }

    private static void WriteJson(ScanReceipt plan, ScanRequest request)
    {
        StandardJson.Write("assay.plan/1", json =>
        {
            json.WriteString("from", request.Window.From.UtcDateTime);
            json.WriteString("to", request.Window.To.UtcDateTime);
            WriteTexts(json, "accounts", plan.Accounts.Select(account => account.Id));
            WriteTexts(json, "regions", plan.Regions);
            json.WriteStartArray("operations");
            foreach (var count in plan.Calls)
            {
                json.WriteStartObject();
                json.WriteString("service", count.Operation.Service);
                json.WriteString("operation", count.Operation.Name);
                json.WriteString("iamAction", count.Operation.IamAction);
                json.WriteNumber("calls", count.Calls);
                json.WriteNumber("mostCalls", Most(count));
                json.WriteNumber("metrics", count.Metrics);
                json.WriteNumber("costUsd", count.Cost.Amount);
                json.WriteBoolean("exact", !IsBill(count.Operation));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("calls", plan.ApiCalls);
            json.WriteNumber("costUsd", plan.ApiCost.Amount);
        });
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Retries left out.</summary>
    private static long Most(OperationCount count) => count.Calls * (count.Operation.MostPages ?? 1);

    private static bool IsBill(AllowedOperation operation) => operation.UsdPerRequest > 0;
}
