namespace Assay.FakeAws.Signing;

/// <summary>Who a call was signed by, and what that principal may do (null: everything).</summary>
internal sealed record Caller(string Account, string Arn, string UserId, IReadOnlyList<string>? AllowedActions)
{
    /// <summary>Whether the action is allowed. Patterns may hold *; case does not matter, as in IAM.</summary>
    public bool May(string action) => AllowedActions is null || AllowedActions.Any(p => Matches(p, action));

    private static bool Matches(string pattern, string action)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return string.Equals(pattern, action, StringComparison.OrdinalIgnoreCase);
        }

        if (!action.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var found = action.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return action.Length - at >= parts[^1].Length
            && action.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase);
    }
}
