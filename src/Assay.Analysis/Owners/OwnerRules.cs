namespace Assay.Analysis.Owners;

/// <summary>Which tags name an owner, most telling first; keys are compared without case, dashes or underscores.</summary>
public sealed record OwnerRules(IReadOnlyList<string> TagKeys)
{
    public static OwnerRules Default { get; } =
        new(["owner", "team", "cost-center", "costcentre", "project", "application", "app", "service", "workload"]);

    public string? OfTags(IReadOnlyDictionary<string, string>? tags)
    {
        foreach (var key in TagKeys)
        {
            foreach (var (name, value) in tags ?? new Dictionary<string, string>())
            {
                if (Plain(name) == Plain(key) && value.Length > 0)
                {
                    return value;
                }
            }
        }

        return null;
    }

    private static string Plain(string key) =>
        string.Concat(key.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
