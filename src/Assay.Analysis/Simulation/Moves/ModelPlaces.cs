using Assay.Ledgers.Replaying;
using Assay.Models;
using Assay.Usage;

namespace Assay.Analysis.Simulation.Moves;

/// <summary>On which other models calls could be made.</summary>
internal sealed class ModelPlaces
{
    private readonly ReplayContext context;
    private readonly Dictionary<int, GroupSpread> spreads;

    public ModelPlaces(ReplayContext context)
    {
        this.context = context;
        spreads = context.Calls.Spreads().ToDictionary(each => each.Group);
    }

    /// <summary>Groups of calls of which something is known.</summary>
    public IEnumerable<int> Groups => spreads.Keys;

    /// <summary>
    /// Where a group's calls could go of the models that are wanted: those that can take every one of them.
    /// </summary>
    /// <param name="meter">What its calls are priced as now.</param>
    public IEnumerable<Move> Of(int group, Meter meter, Func<CatalogueModel, IEnumerable<CatalogueModel>> wanted)
    {
        if (context.Board.Resolve(meter) is not ModelResolution.Known { Scope: not RoutingScope.Provisioned } known
            || !spreads.TryGetValue(group, out var spread))
        {
            return [];
        }

        // Of one price the last by id is taken, which is the newest.
        return from model in wanted(known.Model).OrderByDescending(each => each.Id, StringComparer.Ordinal)
               where model.Id != known.Model.Id && CanTake(model, known.Model, spread)
               from scope in (RoutingScope[])[known.Scope, RoutingScope.InRegion, RoutingScope.Geo]
               where context.Options.Allowed.Has(scope, meter.Region)
               from keeps in model.Caching is null ? (bool[])[false] : [true, false]
               select new Move(Mover.To(meter, scope, model.Id), keeps);
    }

    /// <summary>Every model that may be named, of those that are sold and write text.</summary>
    public IEnumerable<CatalogueModel> All =>
        context.Book.Catalogue.Models.Where(each =>
            each.Status == "active" && each.GeneratesText && context.Options.Allowed.Has(each));

    /// <summary>Models of the same family in the next smaller size that it has.</summary>
    public IEnumerable<CatalogueModel> Siblings(CatalogueModel model)
    {
        var smaller = All.Where(each => each.Family == model.Family && each.Size < model.Size).ToList();
        return smaller.Where(each => each.Size == smaller.Max(other => other.Size));
    }

    /// <summary>Models of the same family and size: where one costs less, it has taken the other's place.</summary>
    public IEnumerable<CatalogueModel> Peers(CatalogueModel model) =>
        All.Where(each => each.Family == model.Family && each.Size == model.Size);

    /// <summary>It counts the same text otherwise.</summary>
    public bool IsOtherTokenizer(Meter from, Meter to) =>
        context.Board.ModelOf(to)?.Tokenizer != context.Board.ModelOf(from)?.Tokenizer;

    private static bool CanTake(CatalogueModel model, CatalogueModel now, GroupSpread spread) =>
        model.GeneratesText && now.Input.All(model.Input.Contains)
        && (!spread.HasTools || model.Tools == true)
        && (model.ContextTokens is not { } contextTokens || spread.MostPrompt <= contextTokens)
        && (model.MaxOutputTokens is not { } most || spread.MostOutput <= most);
}
