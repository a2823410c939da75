namespace Assay.Models;

/// <summary>
/// The known models, found by any spelling of their id: with and without the revision (<c>:0</c>), the version
/// (<c>-v1</c>) and the date, as newer ids leave them out. A spelling that fits several models finds none.
/// </summary>
public sealed class Catalogue
{
    private const string Digits = "0123456789";

    private readonly Dictionary<string, CatalogueModel?> bySpelling = new(StringComparer.Ordinal);

    public Catalogue(IEnumerable<CatalogueModel> models)
        : this([.. models.OrderBy(model => model.Id, StringComparer.Ordinal)])
    {
    }

    /// <param name="models">In order of their ids, as a compiled book holds them: start-up does not sort.</param>
    internal Catalogue(CatalogueModel[] models)
    {
        Models = models;
        foreach (var model in models)
        {
            foreach (var spelling in Shortened(model.Id))
            {
                var taken = bySpelling.TryGetValue(spelling, out var other) && !ReferenceEquals(other, model);
                bySpelling[spelling] = taken ? null : model;
            }
        }

        // Price files write a version behind ids that have none, and leave the date out before the version.
        foreach (var model in models)
        {
            foreach (var spelling in Dressed(model.Id))
            {
                bySpelling.TryAdd(spelling, model);
            }
        }

        // What the catalogue says outright goes before what a shortened spelling might mean.
        foreach (var model in models)
        {
            foreach (var alias in model.Aliases)
            {
                bySpelling[alias] = model;
            }
        }

        // A full id always means itself, whatever it shortens or is an alias to elsewhere.
        foreach (var model in models)
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

    private static string[] Dressed(string id)
    {
        var bare = WithoutDate(WithoutVersion(WithoutRevision(id)));
        return [bare + "-v1", bare + "-v1:0"];
    }

    private static string[] Shortened(string id)
    {
        var noRevision = WithoutRevision(id);
        var noVersion = WithoutVersion(noRevision);
        // Some ids are listed without the revision that others write after their version.
        return [id, noRevision, noRevision + ":0", noVersion, WithoutDate(noVersion)];
    }

    private static string WithoutRevision(string id) =>
        id.AsSpan().TrimEnd(Digits) is { Length: > 0 } rest && rest.Length < id.Length && rest[^1] == ':'
            ? rest[..^1].ToString() : id;

    private static string WithoutVersion(string id) =>
        id.AsSpan().TrimEnd(Digits) is var rest && rest.Length < id.Length && rest.EndsWith("-v")
            ? rest[..^2].ToString() : id;

    private static string WithoutDate(string id) =>
        id.AsSpan().TrimEnd(Digits) is { Length: > 0 } rest && rest.Length == id.Length - 8 && rest[^1] == '-'
            ? rest[..^1].ToString() : id;
}
