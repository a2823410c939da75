using Assay.Models;

namespace Assay.Ledgers;

/// <summary>What a model id means in an account and Region, and who owns what is called under it.</summary>
public sealed record ModelReferenceRow(
    string Account, string Region, string ModelId, ModelIdKind Kind, RoutingScope Scope, string? Model, string? Profile,
    string? Owner, string? Why);
