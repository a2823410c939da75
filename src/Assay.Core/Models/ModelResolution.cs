namespace Assay.Models;

/// <summary>
/// What a model id means in one account and Region. Either the model is known or it is unknown by type.
/// </summary>
/// <param name="Scope">Where calls under this id may be processed.</param>
public abstract record ModelResolution(ModelIdKind Kind, RoutingScope Scope)
{
    /// <param name="Model">The foundation model that serves the calls.</param>
    public sealed record Known(CatalogueModel Model, ModelIdKind Kind, RoutingScope Scope)
        : ModelResolution(Kind, Scope);

    /// <param name="Why">One clause a person can act on.</param>
    public sealed record Unknown(string Why, ModelIdKind Kind, RoutingScope Scope) : ModelResolution(Kind, Scope);
}
