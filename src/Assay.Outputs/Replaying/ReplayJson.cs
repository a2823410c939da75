using Assay.Findings;
using Assay.Outputs.Json;
using Assay.Replays;
using Assay.Units;
using Assay.Usage;

namespace Assay.Outputs.Replaying;

/// <summary>A replay as <c>assay.replay/1</c>.</summary>
internal static class ReplayJson
{
    public static void Write(ReplayReport replay, TextWriter writer) => JsonText.Write(writer, pen => pen.Object(() =>
    {
        pen.Text("schema", "assay.replay/1");
        pen.Object("window", () =>
        {
            pen.Time("from", replay.Window.From);
            pen.Time("to", replay.Window.To);
        });
        pen.Count("calls", replay.Calls);
        pen.Object("actual", () =>
        {
            pen.Money("costUsd", replay.Actual.CostUsd);
            Tokens(pen, replay.Actual.Tokens);
        });
        pen.List("steps", replay.Steps, step => Step(pen, step));
        pen.Object("combined", () =>
        {
            pen.Money("costUsd", replay.Combined.CostUsd);
            pen.Money("savedUsd", replay.Combined.SavedUsd);
            Range(pen, replay.CombinedRange);
        });
        pen.List("standalone", replay.Standalone, step => Step(pen, step));
        pen.Texts("unpriced", replay.Unpriced);
    }));

    private static void Step(JsonPen pen, ReplayStep step)
    {
        pen.Text("lever", step.Lever);
        pen.Object("options", () =>
        {
            foreach (var (name, value) in step.Options)
            {
                pen.Text(name, value);
            }
        });
        pen.Money("costUsd", step.CostUsd);
        pen.Money("savedUsd", step.SavedUsd);
        Range(pen, (step.SavedUsdLow, step.SavedUsdHigh));
        pen.Word<Evidence>("evidence", step.Evidence);
        pen.Texts("drivers", step.Drivers);
        Tokens(pen, step.Tokens);
        pen.Object("measures", () =>
        {
            foreach (var (name, value) in step.Measures)
            {
                pen.Number(name, value);
            }
        });
        pen.Texts("assumptions", step.Assumptions);
        pen.List("candidates", step.Candidates, candidate =>
        {
            pen.Text("workload", candidate.Workload);
            pen.Text("name", candidate.Name);
            pen.Text("model", candidate.Model);
            pen.Money("costUsd", candidate.CostUsd);
            pen.Money("costUsdLow", candidate.CostUsdLow);
            pen.Money("costUsdHigh", candidate.CostUsdHigh);
        });
        pen.List("workloads", step.Workloads, workload =>
        {
            pen.Text("id", workload.Id);
            pen.Text("name", workload.Name);
            pen.Text("owner", workload.Owner);
            pen.Money("costUsd", workload.CostUsd);
            pen.Money("savedUsd", workload.SavedUsd);
        });
    }

    private static void Range(JsonPen pen, (Usd? Low, Usd? High) saved)
    {
        pen.Money("savedUsdLow", saved.Low);
        pen.Money("savedUsdHigh", saved.High);
    }

    private static void Tokens(JsonPen pen, TokenCounts tokens) => pen.Object("tokens", () =>
    {
        pen.Count("input", tokens.Input);
        pen.Count("output", tokens.Output);
        pen.Count("cacheRead", tokens.CacheRead);
        pen.Count("cacheWrite5m", tokens.CacheWrite5m);
        pen.Count("cacheWrite1h", tokens.CacheWrite1h);
        pen.Count("cacheWrite30m", tokens.CacheWrite30m);
        pen.Count("cacheWriteUnknownTtl", tokens.CacheWriteUnknownTtl);
    });
}
