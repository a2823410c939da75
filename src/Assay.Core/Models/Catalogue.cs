using System.Text.RegularExpressions;

namespace Assay.Models;

/// <summary>
/// The known models, found by any spelling of their id: with and without the revision (<c>:0</c>), the version
/// (<c>-v1</c>) and the date, as newer ids leave them out. A spelling that fits several models finds none.
/// </summary>
public sealed partial class Catalogue
{
    private readonly Dictionary<string, CatalogueModel?> bySpelling = new(StringComparer.Ordinal);

    public Catalogue(IEnumerable<CatalogueModel> models)
    {
        Models = [.. models.OrderBy(model => model.Id, StringComparer.Ordinal)];
        foreach (var model in Models)
        {
            foreach (var spelling in Shortened(model.Id).Distinct(StringComparer.Ordinal))
            {
                bySpelling[spelling] = bySpelling.ContainsKey(spelling) ? null : model;
            }
        }

        // Price files write a version behind ids that have none, and leave the date out before the version.
        foreach (var model in Models)
        {
            foreach (var spelling in Dressed(model.Id))
            {
                bySpelling.TryAdd(spelling, model);
            }
        }

        // What the catalogue says outright goes before what a shortened spelling might mean.
        foreach (var (alias, model) in Models.SelectMany(model => model.Aliases.Select(alias => (alias, model))))
        {
            bySpelling[alias] = model;
        }

        // A full id always means itself, whatever it shortens or is an alias to elsewhere.
        foreach (var model in Models)
        {
            bySpelling[model.Id] = model;
        }
    }

    /// <summary>All models, by id.</summary>
    public IReadOnlyList<CatalogueModel> Models { get; }

    /// <returns>Null where the id is unknown or ambiguous.</returns>
    public CatalogueModel? Find(string baseId) => bySpelling.GetValueOrDefault(baseId);

    /// <summary>True where the spelling fits several models.</summary>
    public bool IsAmbiguous(string baseId) => bySpelling.TryGetValue(baseId, out var model) && model is null;

    private static IEnumerable<string> Dressed(string id)
    {
        var bare = Date().Replace(Version().Replace(Revision().Replace(id, ""), ""), "");
        return [bare + "-v1", bare + "-v1:0"];
    }

    private static IEnumerable<string> Shortened(string id)
    {
        yield return id;
        var noRevision = Revision().Replace(id, "");
        yield return noRevision;
        // Some ids are listed without the revision that others write after their version.
        yield return noRevision + ":0";
        var noVersion = Version().Replace(noRevision, "");
        yield return noVersion;
        yield return Date().Replace(noVersion, "");
    }

    [GeneratedRegex(@":\d+$")]
    private static partial Regex Revision();

    [GeneratedRegex(@"-v\d+$")]
    private static partial Regex Version();

    [GeneratedRegex(@"-\d{8}$")]
    private static partial Regex Date();
}
