using Assay.Models;
using Assay.Reports;

namespace Assay.Analysis.Reporting;

/// <summary>A row of the report with what it was made from.</summary>
/// <param name="WhyUnpriced">Why some of it has no price; empty where all of it has one.</param>
internal sealed record BuiltRow(
    int Index, int MeterId, ModelRow Row, CatalogueModel? Model, long ActiveHours, Costs Costs, string WhyUnpriced);
