using System.Text.RegularExpressions;

namespace Assay.Models;

/// <summary>
/// Ids as client libraries and community price files write them, brought back to what Bedrock calls the model:
/// <c>bedrock/us-east-1/…</c>, <c>bedrock_mantle/…</c>, <c>regional.…</c>, <c>…@20251001</c>, or no vendor at all.
/// </summary>
public static partial class ForeignSpelling
{
    /// <returns>The id itself where it is no such spelling. ARNs stay as they are.</returns>
    public static string ToBedrock(string id)
    {
        if (id.StartsWith("arn:", StringComparison.Ordinal))
        {
            return id;
        }

        var last = id[(id.LastIndexOf('/') + 1)..].Replace('@', '-');
        var bare = Regional().Replace(last, "us.").Replace("::premium", "", StringComparison.Ordinal);
        return bare switch
        {
            "claude" => "anthropic.claude-v1",
            "claude-instant" => "anthropic.claude-instant-v1",
            _ when bare.StartsWith("claude-", StringComparison.Ordinal) => "anthropic." + bare,
            _ when bare.StartsWith("anthropic--", StringComparison.Ordinal) => "anthropic." + bare[11..],
            _ => bare,
        };
    }

    /// <summary>genai-prices writes <c>regional.</c> for every geographic profile; all of them cost the same.</summary>
    [GeneratedRegex(@"^regional\.")]
    private static partial Regex Regional();
}
