namespace Assay.Outputs.Content;

internal sealed record Column(string Header, ColumnKind Kind = ColumnKind.Number);
