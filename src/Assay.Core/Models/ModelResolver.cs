namespace Assay.Models;

/// <summary>
/// From anything that appears as a model id to the model that serves it. Pure: what an account's own resources stand
/// for is given as <see cref="ResourceTarget"/>s.
/// </summary>
public sealed class ModelResolver
{
    private readonly Catalogue catalogue;
    private readonly Dictionary<string, ResourceTarget> targets = new(StringComparer.Ordinal);

    /// <param name="resources">Profiles, provisioned and derived models of one account and Region.</param>
    public ModelResolver(Catalogue catalogue, IEnumerable<ResourceTarget> resources)
    {
        this.catalogue = catalogue;
        foreach (var resource in resources)
        {
            targets[resource.Arn] = resource;
            targets[ShortId(resource.Arn)] = resource;
        }
    }

    public ModelResolution Resolve(string modelId) => Resolve(modelId, depth: 0);

    /// <summary>The last part of an ARN: what metrics carry for an application inference profile.</summary>
    public static string ShortId(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    private ModelResolution Resolve(string modelId, int depth)
    {
        var parts = ModelIdParts.Parse(modelId);
        return parts.Kind switch
        {
            ModelIdKind.Foundation or ModelIdKind.SystemProfile => Named(parts),
            ModelIdKind.Unknown when Target(modelId, parts) is null =>
                new ModelResolution.Unknown("the id has no form that Bedrock uses", parts.Kind, RoutingScope.Unknown),
            _ => Resource(modelId, parts, depth),
        };
    }

    private ModelResolution Named(ModelIdParts parts)
    {
        if (catalogue.Find(parts.Base!) is { } model)
        {
            return new ModelResolution.Known(model, parts.Kind, parts.Scope);
        }

        var why = catalogue.IsAmbiguous(parts.Base!)
            ? $"{parts.Base} fits several models; the id needs its date or version"
            : $"{parts.Base} is not in the catalogue";
        return new ModelResolution.Unknown(why, parts.Kind, parts.Scope);
    }

    /// <summary>
    /// A resource of the account: what it stands for decides the model, and for a profile the scope too.
    /// </summary>
    private ModelResolution Resource(string modelId, ModelIdParts parts, int depth)
    {
        var target = Target(modelId, parts);
        var kind = target?.Kind ?? parts.Kind;
        var scope = kind switch
        {
            ModelIdKind.Provisioned => RoutingScope.Provisioned,
            ModelIdKind.ApplicationProfile when target is not null => ScopeOf(target.ModelArns),
            _ => RoutingScope.Unknown,
        };
        var first = target is { ModelArns: [var arn, ..] } ? arn : parts.Base;
        if (first is null || depth > 2)
        {
            return new ModelResolution.Unknown(
                $"{Words(kind)} {parts.ResourceId} was not found in this account", kind, scope);
        }

        return Resolve(first, depth + 1) switch
        {
            ModelResolution.Known known => new ModelResolution.Known(known.Model, kind, Of(kind, scope, known.Scope)),
            ModelResolution.Unknown unknown => unknown with { Kind = kind, Scope = scope },
            var other => other,
        };
    }

    private static RoutingScope Of(ModelIdKind kind, RoutingScope own, RoutingScope underlying) =>
        kind is ModelIdKind.Provisioned or ModelIdKind.ApplicationProfile ? own
        : kind is ModelIdKind.CustomModel or ModelIdKind.CustomDeployment or ModelIdKind.Imported or ModelIdKind.Router
            ? RoutingScope.Unknown
            : underlying;

    private ResourceTarget? Target(string modelId, ModelIdParts parts) =>
        targets.GetValueOrDefault(modelId)
        ?? (parts.ResourceId is { } id ? targets.GetValueOrDefault(id) : null);

    /// <summary>
    /// An application profile doesn't say what it was copied from, but where it routes: one Region is in-Region,
    /// several are a geography, an ARN without a Region is global (bedrock.md 6).
    /// </summary>
    private static RoutingScope ScopeOf(IReadOnlyList<string> modelArns)
    {
        var regions = modelArns.Select(arn => arn.Split(':', 6) is [_, _, _, var region, ..] ? region : "?")
            .Distinct(StringComparer.Ordinal).ToList();
        return regions.Contains("") ? RoutingScope.Global
            : regions.Count switch { 0 => RoutingScope.Unknown, 1 => RoutingScope.InRegion, _ => RoutingScope.Geo };
    }

    private static string Words(ModelIdKind kind) => kind switch
    {
        ModelIdKind.ApplicationProfile => "application inference profile",
        ModelIdKind.Provisioned => "provisioned model",
        ModelIdKind.CustomModel => "custom model",
        ModelIdKind.CustomDeployment => "custom model deployment",
        ModelIdKind.Imported => "imported model",
        ModelIdKind.Router => "prompt router",
        ModelIdKind.Prompt => "managed prompt",
        ModelIdKind.SageMakerEndpoint => "SageMaker endpoint",
        _ => "resource",
    };
}
