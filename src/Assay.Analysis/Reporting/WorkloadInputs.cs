using Assay.Analysis.Proofs;
using Assay.Reports;

namespace Assay.Analysis.Reporting;

/// <summary>What an explanation shows of a workload: all of it counted from its calls.</summary>
internal static class WorkloadInputs
{
    private const string Source = "invocation-logs";

    public static IReadOnlyList<ExplainedInput> Of(WorkloadEvidence workload)
    {
        var facts = workload.Facts;
        return
        [
            new("calls", facts.Calls, Source),
            new("callsFailed", facts.Failed, Source),
            new("conversations", facts.Conversations, Source),
            new("promptTokensMedian", facts.MedianPrompt, Source),
            new("outputTokensMedian", facts.Output.P50, Source),
            new("outputTokensP95", facts.Output.P95, Source),
            new("outputTokensP99", facts.Output.P99, Source),
            new("outputTokensMax", facts.MostOutput, Source),
            new("maxTokensMedian", facts.MedianMaximum, Source),
            new("callsWithoutMaximum", facts.WithoutMaximum, Source),
            new("callsStoppedAtMaximum", facts.Stopped, Source),
            new("answersKnown", facts.Answers, Source),
            new("answersDistinct", facts.DistinctAnswers, Source),
            new("callsUsingTools", facts.UsesTools, Source),
            new("callsWithCachePoints", facts.WithCachePoints, Source),
            new("callsReadingUnasked", facts.ReadImplicitly, Source),
            new("inferenceRegions", facts.Regions, Source),
            new("followUps", facts.FollowUps, Source),
            new("followUpsAfterFiveMinutes", facts.AfterFiveMinutes, Source),
            new("followUpsAfterAnHour", facts.AfterAnHour, Source),
        ];
    }
}
