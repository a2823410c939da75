using Assay.FakeAws;

namespace Assay.Scenarios;

/// <summary>Traffic of bedrock-mantle, from eight in the morning to seven in the evening.</summary>
internal static class Mantle
{
    /// <summary>
    /// Mantle counts every call at four levels; two of them are enough to prove that levels are not added.
    /// </summary>
    /// <param name="project">Null: calls that named no project are counted by model alone.</param>
    public static IEnumerable<MetricSeries> Series(
        string model, string? project, double calls, double input, double output)
    {
        List<Dictionary<string, string>> levels = [new() { ["Model"] = model }];
        if (project is not null)
        {
            levels.Add(new() { ["Model"] = model, ["Project"] = project });
        }

        return from dimensions in levels
               from metric in ((string Name, double Each)[])
               [
                   ("Inferences", 1), ("TotalInputTokens", input), ("TotalOutputTokens", output),
               ]
               select new MetricSeries
               {
                   Namespace = "AWS/BedrockMantle",
                   Name = metric.Name,
                   Dimensions = dimensions,
                   Start = Parts.From,
                   Values =
                   [
                       .. Enumerable.Range(0, Parts.Hours)
                           .Select(hour => hour % 24 is > 7 and < 19 ? calls * metric.Each : (double?)null),
                   ],
               };
    }
}
