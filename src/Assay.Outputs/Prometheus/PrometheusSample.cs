using Assay.Units;

namespace Assay.Outputs.Prometheus;

/// <param name="Value">Null is unknown, and is not written.</param>
/// <param name="Labels">Names as written here, values as the report has them; null is an empty value.</param>
internal sealed record PrometheusSample(decimal? Value, params (string Name, string? Value)[] Labels)
{
    /// <summary>A range as three samples.</summary>
    public static IEnumerable<PrometheusSample> Of(UsdRange? range, params (string, string?)[] labels) =>
        range is not { } usd ? [] :
        [
            new(usd.Low.Amount, [.. labels, ("bound", "low")]),
            new(usd.Expected.Amount, [.. labels, ("bound", "expected")]),
            new(usd.High.Amount, [.. labels, ("bound", "high")]),
        ];
}
