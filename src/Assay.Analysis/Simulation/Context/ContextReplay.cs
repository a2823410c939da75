using Assay.Analysis.Simulation.Caching;
using Assay.Findings;

namespace Assay.Analysis.Simulation.Context;

/// <summary>
/// Shorter prompts: without the tools that a workload offers and never uses, with the last turns of a conversation
/// only, or with every block once. Caching comes after it, so its own step says what caching is then still worth.
/// </summary>
internal sealed class ContextReplay : IReplayLever
{
    public string Id => "context-trim";

    public ReplayPlan Plan(LeverRequest request, ReplayContext context, Func<IReadOnlyList<IReplayStep>> before) =>
        request.OneOf("mode", "tools", "turns", "repeats") switch
        {
            "tools" => Tools(request.Only("mode", "least"), context),
            "turns" => Turns(request.Only("mode", "turns", "summary"), context),
            _ => Repeats(request.Only("mode", "bytes"), context),
        };

    private ReplayPlan Tools(LeverRequest request, ReplayContext context)
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
            () => new UnusedToolsStep(context.Calls.Tree, SectionEnds.Of(context.Calls.Tree), unused));
    }

    private ReplayPlan Turns(LeverRequest request, ReplayContext context)
    {
        var turns = request.Whole("turns", 10);
        var summary = request.Given.ContainsKey("summary") ? request.Whole("summary", 0) : 0;
        List<string> told =
        [
            "a turn begins with what a person says; results of tools stay with the turn that asked for them",
            "answers stay as they are; the risk is what earlier turns said and the model no longer knows",
            "a window that moves changes the prompt right after the system prompt, so caching then reads less",
        ];
        if (summary > 0)
        {
            told.Add(
                $"{summary} tokens stand for what is left out; each time turns leave the window a further call of the "
                    + "same model reads them and the summary before them, and writes the next");
        }

        return new ReplayPlan(
            Id,
            [("mode", "turns"), ("turns", $"{turns}"), ("summary", $"{summary}")],
            told,
            () => new TurnsStep(context.Calls.Tree, SectionEnds.Of(context.Calls.Tree), turns, summary))
        {
            Evidence = Evidence.Assumed,
        };
    }

    private ReplayPlan Repeats(LeverRequest request, ReplayContext context)
    {
        var bytes = request.Whole("bytes", 400);
        var repeats = RepeatsStep.Of(context.Calls.Tree, context.Calls.Blocks(), bytes);
        return new ReplayPlan(
            Id,
            [("mode", "repeats"), ("bytes", $"{bytes}")],
            [
                $"a block of at least {bytes} bytes that stands in the prompt already is not sent a second time",
                "answers stay as they are; the risk is a reminder that is repeated on purpose",
            ],
            () => new RepeatsStep(context.Calls.Tree, repeats));
    }
}
