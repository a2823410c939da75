namespace Assay.Analysis.Owners;

/// <summary>
/// Which tags name an owner, most telling first; keys are compared without case, dashes or underscores.
/// </summary>
public sealed record OwnerRules(IReadOnlyList<string> TagKeys)
{
    public static OwnerRules Default { get; } =
        new(["owner", "team", "cost-center", "costcentre", "project", "application", "app", "service", "workload"]);

    public string? OfTags(IReadOnlyDictionary<string, string>? tags)
    {
        foreach (var key in TagKeys)
        {
            // Two spellings of one key may both be there: the first in order decides, whatever order they came in.
            var owner = tags?.Where(tag => Plain(tag.Key) == Plain(key) && tag.Value.Length > 0)
                .OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Value).FirstOrDefault();
            if (owner is not null)
            {
                return owner;
            }
        }

        return null;
    }

    private static string Plain(string key) =>
        string.Concat(key.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
