namespace Assay.Calls;

/// <summary>Something that holds records of calls: a file, an object of S3, the events of a log group.</summary>
/// <param name="Place">Its name for people: a path or a URI.</param>
/// <param name="Length">Bytes as they are stored; null where that is not known before reading.</param>
/// <param name="Open">Opens it from its start, as often as it is asked.</param>
public sealed record CallFile(string Place, long? Length, Func<Stream> Open)
{
    /// <summary>Tells versions of a place apart, as the ETag of an object does; null where nothing does.</summary>
    public string? Version { get; init; }

    /// <summary>This version was read to its end before: it need not be opened.</summary>
    public bool IsKnown { get; init; }

    /// <summary>
    /// Account and Region of the folder, where it is one of Bedrock's own
    /// (<c>AWSLogs/ACCOUNT/BedrockModelInvocationLogs/REGION/…</c>); records of any other have no business there.
    /// </summary>
    public (string Account, string Region)? Home { get; } = HomeOf(Place);

    /// <summary>A body that stands beside the records, or the mark that delivery works: no records.</summary>
    public static bool IsRecords(string place)
    {
        var name = place[(place.LastIndexOfAny(['/', '\\']) + 1)..];
        var isBody = name.Contains("_input.json", StringComparison.Ordinal)
            || name.Contains("_output.json", StringComparison.Ordinal);
        return name != "amazon-bedrock-logs-permission-check"
            && !(isBody && place.Replace('\\', '/').EndsWith("/data/" + name, StringComparison.Ordinal));
    }

    private static (string, string)? HomeOf(string place)
    {
        var parts = place.Replace('\\', '/').Split('/');
        var at = Array.LastIndexOf(parts, "BedrockModelInvocationLogs");
        return at >= 2 && at + 1 < parts.Length && parts[at - 2] == "AWSLogs" && parts[at - 1].Length == 12
            ? (parts[at - 1], parts[at + 1])
            : null;
    }
}
