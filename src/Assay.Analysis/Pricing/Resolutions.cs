using Assay.Analysis.Owners;
using Assay.Ledgers;
using Assay.Models;

namespace Assay.Analysis.Pricing;

/// <summary>What model ids mean, account by account: the resolver with each account's own resources.</summary>
internal sealed class Resolutions
{
    private readonly Catalogue catalogue;
    private readonly ILookup<(string, string), ResourceTarget> targets;
    private readonly Inventory inventory;
    private readonly Dictionary<(string, string), ModelResolver> resolvers = [];
    private readonly Dictionary<(string, string, string), ModelResolution> known = [];

    public Resolutions(Catalogue catalogue, Inventory inventory)
    {
        this.catalogue = catalogue;
        this.inventory = inventory;
        targets = Targets(inventory).ToLookup(each => (each.Account, each.Region), each => each.Target);
    }

    public ModelResolution Resolve(string account, string region, string modelId)
    {
        if (!known.TryGetValue((account, region, modelId), out var resolution))
        {
            if (!resolvers.TryGetValue((account, region), out var resolver))
            {
                resolvers[(account, region)] = resolver = new ModelResolver(catalogue, targets[(account, region)]);
            }

            known[(account, region, modelId)] = resolution = resolver.Resolve(modelId);
        }

        return resolution;
    }

    public ModelReferenceRow Reference(string account, string region, string modelId, OwnerRules owners)
    {
        var resolution = Resolve(account, region, modelId);
        var shortId = ModelResolver.ShortId(modelId);
        var profile = inventory.Profiles.FirstOrDefault(
            each => each.IsApplication && each.Account == account && each.Region == region && each.Id == shortId);
        var provisioned = inventory.Provisioned.FirstOrDefault(
            each => each.Account == account && each.Region == region && ModelResolver.ShortId(each.Arn) == shortId);
        var owner = owners.OfTags(profile?.Tags) ?? owners.OfTags(provisioned?.Tags);
        return new(
            account, region, modelId, resolution.Kind, resolution.Scope,
            (resolution as ModelResolution.Known)?.Model.Id,
            profile?.Name ?? provisioned?.Name,
            owner,
            (resolution as ModelResolution.Unknown)?.Why);
    }

    private static IEnumerable<(string Account, string Region, ResourceTarget Target)> Targets(Inventory inventory)
    {
        foreach (var profile in inventory.Profiles.Where(profile => profile.IsApplication))
        {
            yield return (profile.Account, profile.Region,
                new ResourceTarget(profile.Arn, ModelIdKind.ApplicationProfile, profile.ModelArns));
        }

        foreach (var model in inventory.Provisioned)
        {
            yield return (model.Account, model.Region,
                new ResourceTarget(model.Arn, ModelIdKind.Provisioned, [model.FoundationModelArn]));
        }

        foreach (var model in inventory.Derived)
        {
            yield return (model.Account, model.Region, new ResourceTarget(
                model.Arn,
                KindOf(model.Kind),
                model.BaseModelArn is { } arn ? [arn] : []));
        }
    }

    private static ModelIdKind KindOf(string kind) => kind switch
    {
        "custom-model" => ModelIdKind.CustomModel,
        "custom-model-deployment" => ModelIdKind.CustomDeployment,
        "imported-model" => ModelIdKind.Imported,
        "prompt-router" => ModelIdKind.Router,
        _ => ModelIdKind.Unknown,
    };
}
