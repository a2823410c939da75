using System.Text.Json;
using Assay.Diagnostics;
using Assay.Models;
using Assay.Units;
using Assay.Usage;

namespace Assay.Pricing;

/// <summary>Reads <c>overrides.jsonc</c>. What can't be understood is an error that names its place.</summary>
public static class PriceOverrides
{
    private static readonly JsonDocumentOptions Jsonc =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly string[] Members =
        ["model", "from", "to", "usdPerMillion", "discount", "kinds", "scopes", "regions", "tiers", "note"];

    /// <exception cref="AssayException">The file is none, or two overrides set one price of one day.</exception>
    public static IReadOnlyList<PriceOverride> Read(string name, ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, Jsonc);
            var root = new Place(name, document.RootElement);
            return root.Text("schema") == "assay.prices.overrides/1"
                ? Apart([.. root.Get("overrides").Items().Select(One)])
                : throw Wrong(root, "schema is not assay.prices.overrides/1");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new AssayException(ExitCode.Usage, $"{name}: not valid JSON", "mend the file");
        }
    }

    private static PriceOverride[] Apart(PriceOverride[] read)
    {
        for (var i = 0; i < read.Length; i++)
        {
            if (Array.Find(read[..i], read[i].Meets) is { } other)
            {
                throw new AssayException(
                    ExitCode.Usage,
                    $"{other.Place} and {read[i].Place} both set the same price on the same day",
                    "give one of them another period, kind, Region, scope or tier");
            }
        }

        return read;
    }

    private static PriceOverride One(Place item)
    {
        if (item.Members().FirstOrDefault(member => !Members.Contains(member.Name)).Name is { } strange)
        {
            throw Wrong(item, $"{strange} means nothing here");
        }

        var rates = (item.Optional("usdPerMillion")?.Members() ?? [])
            .ToDictionary(member => Kind(member.Value, member.Name), member => Rate(member.Value));
        var discount = item.Optional("discount")?.Number();
        if (rates.Count > 0 == discount.HasValue || discount is <= 0 or >= 1)
        {
            throw Wrong(item, "it needs either usdPerMillion or a discount between 0 and 1");
        }

        IReadOnlyList<TokenKind> kinds = rates.Count > 0 ? [.. rates.Keys]
            : item.Optional("kinds") is { } said ? [.. said.Texts().Select(word => Kind(said, word))]
            : Rates.Kinds;
        var (from, to) = (item.Day("from"), item.OptionalDay("to"));
        return to <= from
            ? throw Wrong(item, "to is not after from")
            : new(item.Text("model"), Part(item, from, to), (rates, discount, kinds), item.Path);
    }

    private static CardPart Part(Place item, DateOnly from, DateOnly? to) => new(
        [.. Texts(item, "scopes").Select(word => Words.Scope(word) ?? throw Wrong(item, $"no scope is called {word}"))],
        Texts(item, "regions"),
        [.. Texts(item, "tiers").Select(word => Words.Tier(word) ?? throw Wrong(item, $"no tier is called {word}"))],
        LongContext: null,
        from,
        to);

    private static IReadOnlyList<string> Texts(Place item, string name) => item.Optional(name)?.Texts() ?? [];

    private static TokenKind Kind(Place at, string word) =>
        TokenKinds.Of(word) ?? throw Wrong(at, $"no kind of token is called {word}");

    private static UsdPerMillion Rate(Place rate) =>
        rate.Number() is >= 0 and var usd ? new(usd) : throw Wrong(rate, "the price is negative");

    private static AssayException Wrong(Place at, string what) =>
        new(ExitCode.Usage, $"{at.Path}: {what}", "the README describes the file under Prices");
}
