using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>One reading of an account: what was asked for, when, by which program, and what asking cost.</summary>
public sealed record Reading(Window Window, DateTimeOffset ReadAt, string CreatedBy, int ApiCalls, decimal ApiCostUsd);
