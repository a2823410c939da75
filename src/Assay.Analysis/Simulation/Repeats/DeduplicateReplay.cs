namespace Assay.Analysis.Simulation.Repeats;

/// <summary>Calls whose whole prompt was answered before, by the same model, are not made again.</summary>
internal sealed class DeduplicateReplay : IReplayLever
{
    public string Id => "deduplicate";

    public ReplayPlan Plan(LeverRequest request, ReplayContext context, Func<IReadOnlyList<IReplayStep>> before)
    {
        request.Only("within");
        var within = request.Text("within", "24h");
        var micros = Micros(within) ?? throw request.Wrong("within", "a duration: 1h, 24h or 7d");
        return new ReplayPlan(
            Id,
            [("within", within)],
            [
                "an answer serves again for as long; temperature and other settings of the call are not compared",
                "prompts with tokens after the last block that is known are not judged",
            ],
            () => new DeduplicateStep(context.Calls.Tree, micros));
    }

    private static long? Micros(string text)
    {
        const long hour = 3_600_000_000;
        return int.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), out var count) && count is > 0 and < 100_000
            ? text[^1] switch { 'h' => count * hour, 'd' => count * 24 * hour, _ => null }
            : null;
    }
}
