using Assay.Analysis.Replay;
using Assay.Findings;
using Assay.Units;
using Assay.Wording;

namespace Assay.Analysis.Levers.ProvisionedThroughput;

/// <summary>What the findings on capacity say.</summary>
internal static class ProvisionedWords
{
    public static ProposalWords Removal(AccountEvidence account, RowEvidence row, ProvisionedFacts facts, bool idle)
    {
        var paid = facts.Monthly is { } monthly ? $"{Money.Of(monthly)} a month" : "an hourly price that is not known";
        var title = idle
            ? $"{facts.Name} in {row.Where} had no call in {account.Window.Days:0.#} days and costs {paid}"
            : $"{facts.Name} in {row.Where} costs {paid}; "
                + $"its tokens on demand would cost {Money.Of(facts.OnDemand!.Value)}";
        return new(
            title,
            $"{Units(facts)} of {facts.BaseName}. {BreakEven(facts, idle)}{Busy(facts)} {Commitment(account, facts)}"
                .Trim(),
            [
                "on-demand prices of the same model and Region; throughput guarantees are not priced",
                "the present number of units is taken for the whole window",
            ],
            new Remedy(
                Remedy(account, facts, idle),
                Snippets.Of(
                    "ProvisionedThroughput", "delete", ("arn", facts.Model.Arn), ("region", row.Row.Region),
                    ("modelId", facts.OnDemandKey is { } key
                        ? CallIds.Of(account, row.Row.Account, key)
                        : facts.BaseName))),
            VerifyCommand.Sum(row.Row, account.Window, "Invocations"));
    }

    public static ProposalWords Room(AccountEvidence account, RowEvidence row, ProvisionedFacts facts, decimal share)
    {
        var demand = facts.Demand!;
        return new(
            $"{row.Name} in {row.Where} made {Count.Of(row.Calls)} calls on demand; "
                + $"{facts.Name} has room for {Percent.Of(share)} of them",
            $"{facts.Name} ({Units(facts)} of the same model) served {Count.Of((long)demand.Peak)} tokens "
                + $"in its best minute and {Count.Of((long)demand.P95)} at the 95th percentile; "
                + "its capacity is at least the best minute seen.",
            [
                $"high: {Percent.Of(share)} of the calls fit under the best minute seen; "
                    + "expected: half of that; low: none",
                "AWS publishes no throughput of a model unit: set yours to replace the best minute seen",
            ],
            new Remedy(
                $"Send these calls to {facts.Name} first, and on demand when it throttles.",
                Snippets.Of(
                    "ProvisionedThroughput", "spill", ("arn", facts.Model.Arn), ("region", row.Row.Region),
                    ("modelId", row.CallId))),
            VerifyCommand.Sum(row.Row, account.Window, "Invocations"));
    }

    /// <param name="capacity">Tokens a minute that it serves, as set or as seen.</param>
    public static ProposalWords CallRoom(
        AccountEvidence account, ProvisionedFacts facts, RowRoom room, decimal capacity)
    {
        var row = room.Row;
        return new(
            $"{row.Name} in {row.Where} made {Count.Of(room.Calls)} calls on demand; {facts.Name} had room for "
                + $"{Count.Of(room.MovedCalls)} of them in the minutes in which they came",
            $"{facts.Name} ({Units(facts)} of the same model) serves "
                + (facts.Capacity is null
                    ? $"at least the {Count.Of((long)capacity)} tokens of its best minute"
                    : $"{Count.Of((long)capacity)} tokens a minute, as modelUnitCapacity says")
                + "; calls were taken in the order in which they came, each whole, into what its own calls left of "
                + "their minute.",
            [
                "a minute's capacity can be used at any second of it",
                facts.Capacity is null
                    ? "its capacity is its best minute, so more calls may fit: modelUnitCapacity sets it"
                    : "its capacity is the modelUnitCapacity of assay.yaml, for each of its units",
            ],
            new Remedy(
                $"Send these calls to {facts.Name} first, and on demand when it throttles.",
                Snippets.Of(
                    "ProvisionedThroughput", "spill", ("arn", facts.Model.Arn), ("region", row.Row.Region),
                    ("modelId", row.CallId))),
            VerifyCommand.Room(row.Row, account.Window, facts.Model.Arn, capacity));
    }

    private static string Units(ProvisionedFacts facts) => Count.Of(facts.Model.ModelUnits, "model unit");

    private static string BreakEven(ProvisionedFacts facts, bool idle) => facts switch
    {
        { Monthly: { } paid, OnDemand: { Amount: > 0 } onDemand } when !idle =>
            $"Used to {Percent.Of(onDemand.Amount / paid.Amount)} of break-even: "
                + $"it pays from {paid.Amount / onDemand.Amount:0.0} times today's tokens on. ",
        _ => "",
    };

    private static string Busy(ProvisionedFacts facts) => facts.Demand is { Minutes: > 0 } demand
        ? $"Busiest minute {Count.Of((long)demand.Peak)} tokens, 95th percentile {Count.Of((long)demand.P95)}."
        : "";

    private static string Commitment(AccountEvidence account, ProvisionedFacts facts) =>
        facts.CommittedUntil(account.Window.To) is { } ends
            ? $"Committed until {ends.UtcDateTime:yyyy-MM-dd}, when it renews by itself unless it is deleted."
            : facts.Model.Commitment is null ? "No commitment: it can be deleted now."
            : "Its commitment has ended.";

    private static string Remedy(AccountEvidence account, ProvisionedFacts facts, bool idle)
    {
        var to = idle ? "Delete it" : $"Call {facts.BaseName} on demand and delete it";
        return facts.CommittedUntil(account.Window.To) is { } ends
            ? $"{to} on {ends.UtcDateTime:yyyy-MM-dd}, before the commitment renews; nothing is saved earlier."
            : to + ".";
    }
}
