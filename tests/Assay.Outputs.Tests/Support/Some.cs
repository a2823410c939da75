using Assay.Diagnostics;
using Assay.Findings;
using Assay.Reports;
using Assay.Units;

namespace Assay.Outputs.Support;

/// <summary>A month of a believable account, and the account on which nothing ran.</summary>
internal static class Some
{
    public const string Account = "111122223333";

    public static readonly DateTimeOffset From = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset To = From.AddDays(14);

    public static Report Report(
        IReadOnlyList<ModelRow>? models = null, IReadOnlyList<Finding>? findings = null, Totals? totals = null) =>
        new(
            Provenance(),
            new ReportWindow(From, To, 14),
            Coverage(),
            totals ?? SomeRows.Totals(),
            models ?? SomeRows.Models(),
            SomeRows.Series(),
            SomeRows.Owners(),
            SomeRows.Workloads(),
            findings ?? SomeFindings.All(),
            SomeFindings.Checks(),
            SomeRows.Waterfall(),
            SomeRows.Capacity(),
            SomeRows.Batch(),
            Diagnostics())
        {
            Billed = SomeRows.Billed(),
        };

    /// <summary>What a scan of an account without Bedrock gives.</summary>
    public static Report Empty() =>
        new(
            Provenance(),
            new ReportWindow(From, To, 14),
            Coverage() with
            {
                Accounts = [Account],
                Regions = ["us-east-1"],
                Sources = [new("cloudwatch-metrics", Account, "us-east-1", ReadStatus.Complete, null)],
            },
            new Totals(
                Usd.Zero, Usd.Zero, Usd.Zero, Usd.Zero, new CostByKind(default, default, default, default, default),
                new PreviousWindow(From.AddDays(-14), From, Usd.Zero), null, UsdRange.Zero, Usd.Zero, null, []),
            [], [], [], [], [], [], [], [], [], []);

    public static string Print(Report report, string output, OutputOptions? options = null)
    {
        using var writer = new StringWriter();
        Output.Named(output)!.Write(report, writer, options ?? new OutputOptions());
        return writer.ToString();
    }

    private static Provenance Provenance() =>
        new("0.1.0", "scan", "9f2c4b7a1d3e5f60718293a4b5c6d7e8", new DateOnly(2026, 11, 20));

    private static ReportCoverage Coverage() => new(
        [Account, "444455556666"],
        ["eu-west-1", "us-east-1"],
        [
            new("batch-jobs", Account, "us-east-1", ReadStatus.Complete, null),
            new("cloudwatch-metrics", Account, "us-east-1", ReadStatus.Complete, null),
            new("cloudwatch-metrics", "444455556666", "us-east-1", ReadStatus.Complete, null),
            new("cloudwatch-metrics", "444455556666", "eu-west-1", ReadStatus.Partial,
                "throttled after 5 attempts; 3 of 41 pages are missing"),
            new("cost-explorer", Account, null, ReadStatus.Absent, "not asked for; --bill reads it at $0.01 a request"),
            new("provisioned-throughput", Account, "us-east-1", ReadStatus.Complete, null),
        ],
        142,
        0.0387m,
        ["discounts and credits", "guardrails", "images and video", "tax"]);

    private static IReadOnlyList<Diagnostic> Diagnostics() =>
    [
        new(Level.Info, "111122223333 us-east-1", "2 profiles have no calls", "delete them or leave them"),
        new(Level.Warning, "444455556666 eu-west-1 cloudwatch:GetMetricData", "throttled 5 times",
            "repeat the scan later, or ask for a higher quota"),
    ];
}
