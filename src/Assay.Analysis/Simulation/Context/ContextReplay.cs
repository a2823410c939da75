using Assay.Analysis.Simulation.Caching;

namespace Assay.Analysis.Simulation.Context;

/// <summary>
/// Shorter prompts: without the tools that a workload offers and never uses, or with the last turns of a conversation
/// only. Caching comes after it, so its own step says what caching is then still worth.
/// </summary>
internal sealed class ContextReplay : IReplayLever
{
    public string Id => "context-trim";

    public ReplayPlan Plan(LeverRequest request, ReplayContext context, Func<IReadOnlyList<IReplayStep>> before)
    {
        request.Only("mode", "least", "turns");
        if (request.OneOf("mode", "tools", "turns") == "tools")
        {
            var least = request.Whole("least", 100);
            var unused = context.Calls.UnusedTools(least).ToLookup(each => each.Group, each => each.Node);
            return new ReplayPlan(
                Id,
                [("mode", "tools"), ("least", $"{least}")],
                [
                    $"a tool that a workload of at least {least} calls never used is not needed; the risk is the one "
                        + "rare call that would have",
                    "answers stay as they are",
                ],
                () => new UnusedToolsStep(context.Calls.Tree, new SectionEnds(context.Calls.Tree), unused));
        }

        var turns = request.Whole("turns", 10);
        return new ReplayPlan(
            Id,
            [("mode", "turns"), ("turns", $"{turns}")],
            [
                "a turn begins with what a person says; results of tools stay with the turn that asked for them",
                "answers stay as they are; the risk is what earlier turns said and the model no longer knows",
                "a window that moves changes the prompt right after the system prompt, so caching then reads less",
            ],
            () => new TurnsStep(context.Calls.Tree, new SectionEnds(context.Calls.Tree), turns));
    }
}
