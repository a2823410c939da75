using Assay.Usage;

namespace Assay.Analysis.Simulation.Capacity;

/// <summary>Which of a ledger's calls are the demand.</summary>
/// <param name="Model">As the calls name it, or the base model; null for all.</param>
/// <param name="Region">Where they were sent; null for all.</param>
public sealed record DemandFilter(string? Model = null, string? Region = null)
{
    public string Words => (Model ?? "all calls") + (Region is null ? "" : $" in {Region}");

    internal bool Takes(Meter meter, PriceBoard board) =>
        (Region is null || meter.Region == Region)
        && (Model is null || meter.ModelId == Model || board.ModelOf(meter)?.Id == Model);
}
