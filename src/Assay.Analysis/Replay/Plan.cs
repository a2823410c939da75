using Assay.Pricing;
using Assay.Units;

namespace Assay.Analysis.Replay;

/// <summary>
/// How the traffic of one row would be called for a month, and what that costs: parts on models, and capacity paid by
/// the hour. Levers edit plans; nothing else says what a change would cost.
/// </summary>
/// <param name="Hourly">A month of capacity.</param>
public sealed record Plan(IReadOnlyList<Part> Parts, Usd Hourly)
{
    /// <returns>Null where a part has no known price.</returns>
    public Usd? Cost(PriceBook book, DateOnly day)
    {
        var sum = Hourly;
        foreach (var part in Parts)
        {
            if (part.Cost(book, day) is not { } cost)
            {
                return null;
            }

            sum += cost;
        }

        return sum;
    }

    /// <summary>The same plan with each part edited.</summary>
    public Plan Each(Func<Part, Part> edit) => this with { Parts = [.. Parts.Select(edit)] };
}
