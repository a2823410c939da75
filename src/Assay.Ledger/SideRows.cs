using DuckDB.NET.Data;
using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>Counts of agents and guardrails, a row an hour.</summary>
internal static class SideRows
{
    /// <returns>Null for any other fact.</returns>
    public static IEnumerable<(string Table, Action<IDuckDBAppenderRow> Write)>? Of(Fact fact) => fact switch
    {
        Fact.AgentSeries series => series.Points.Select(point => ("agent_usage", Write(series, point))),
        Fact.GuardrailSeries series => series.Points.Select(point => ("guardrail_usage", Write(series, point))),
        _ => null,
    };

    private static Action<IDuckDBAppenderRow> Write(Fact.AgentSeries series, AgentCounts point) => row => row
        .AppendValue(series.Account).AppendValue(series.Region).AppendValue(series.Operation)
        .AppendValue(series.Alias).AppendValue(series.ModelId).AppendValue(point.Start.UtcDateTime)
        .AppendValue(series.Seconds).AppendValue(point.Invocations).AppendValue(point.ModelInvocations)
        .AppendValue(point.Input).AppendValue(point.Output);

    private static Action<IDuckDBAppenderRow> Write(Fact.GuardrailSeries series, GuardrailCounts point) => row => row
        .AppendValue(series.Account).AppendValue(series.Region).AppendValue(series.Guardrail)
        .AppendValue(series.Version).AppendValue(point.Start.UtcDateTime).AppendValue(series.Seconds)
        .AppendValue(point.Invocations).AppendValue(point.Intervened).AppendValue(point.TextUnits);
}
