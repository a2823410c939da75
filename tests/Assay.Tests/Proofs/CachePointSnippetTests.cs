using System.Text.Json;
using Assay.Analysis.Levers;

namespace Assay.Tests.Proofs;

/// <summary>The code to paste sets the cache points that were found, and no other.</summary>
public sealed class CachePointSnippetTests
{
    public static TheoryData<string, string, int> Points => new()
    {
        { "cache-points", "tools system last", 3 }, { "cache-points", "tools system", 2 },
        { "cache-points", "last", 1 }, { "cache-points", "system stable", 1 }, { "cache-points", "system stable last", 2 },
        { "cache-points-invoke", "tools system last", 3 }, { "cache-points-invoke", "tools system", 2 },
        { "cache-points-invoke", "last", 1 }, { "cache-points-invoke", "system stable", 1 },
    };

    [Theory, MemberData(nameof(Points))]
    public void The_request_after_has_the_points_that_were_found(string name, string flags, int points)
    {
        var snippets = Snippets.Of("PromptCaching", name, [.. Values(flags)]);
        Assert.Equal(7, snippets.Count);
        Assert.All(snippets, snippet =>
        {
            Assert.DoesNotContain("«", snippet.Code, StringComparison.Ordinal);
            Assert.DoesNotContain("»", snippet.Code, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", snippet.Code, StringComparison.Ordinal);
        });
        var after = snippets.Single(snippet => snippet.Language == "json-after").Code;
        using var parsed = JsonDocument.Parse(after);
        Assert.Equal(points, after.Split("\"ttl\"").Length - 1);
        Assert.Equal(flags.Contains("last", StringComparison.Ordinal), after.Contains("\"5m\"", StringComparison.Ordinal));
        Assert.Equal(flags.Contains("stable", StringComparison.Ordinal), after.Contains("WHAT CHANGES", StringComparison.Ordinal));
    }

    private static IEnumerable<(string, string)> Values(string flags) =>
    [
        ("modelId", "m"), ("region", "r"), ("places", "1h after the tools"), ("ttl", "5m"),
        ("front", flags == "last" ? "" : "1h"), .. flags.Split(' ').Select(flag => (flag, "yes")),
    ];
}
