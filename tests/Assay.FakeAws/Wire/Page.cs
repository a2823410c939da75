namespace Assay.FakeAws.Wire;

/// <summary>One page of a list and the token of the next.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken)
{
    /// <summary>Cuts a page out; throws what the service throws when the token is not one of its own.</summary>
    public static Page<T> Of(
        IReadOnlyList<T> all, int size, string? token, string request, Func<AwsException> invalidToken)
    {
        var digest = PageToken.Digest(request);
        var from = 0;
        if (!string.IsNullOrEmpty(token))
        {
            from = PageToken.Decode(token, digest) is var (first, _) && first <= all.Count
                ? (int)first
                : throw invalidToken();
        }

        var items = all.Skip(from).Take(size).ToList();
        var next = from + items.Count;
        return new Page<T>(items, next < all.Count ? PageToken.Encode(digest, next) : null);
    }
}
