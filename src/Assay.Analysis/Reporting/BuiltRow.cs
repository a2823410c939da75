using Assay.Models;
using Assay.Reports;

namespace Assay.Analysis.Reporting;

/// <summary>A row of the report with what it was made from.</summary>
internal sealed record BuiltRow(int Index, int MeterId, ModelRow Row, CatalogueModel? Model, long ActiveHours);
