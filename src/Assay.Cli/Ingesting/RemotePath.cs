using Assay.Aws.Logs;
using Assay.Calls;
using Assay.Diagnostics;

namespace Assay.Cli.Ingesting;

/// <summary>Paths that lead to AWS: <c>s3://bucket/prefix</c> and <c>logs://log-group</c>.</summary>
internal static class RemotePath
{
    private const string Bucket = "s3://";

    private const string Group = "logs://";

    public static bool Is(string path) =>
        path.StartsWith(Bucket, StringComparison.Ordinal) || path.StartsWith(Group, StringComparison.Ordinal);

    /// <param name="isKnown">Of a place, an ETag and a length: whether they need not be downloaded.</param>
    /// <exception cref="AssayException">It names neither a bucket nor a log group.</exception>
    public static IEnumerable<CallFile> Of(string path, LogStore store, Func<string, string, long, bool> isKnown)
    {
        try
        {
            return path.StartsWith(Bucket, StringComparison.Ordinal) ? store.Objects(path, isKnown)
                : path.Length > Group.Length ? store.Events(path[Group.Length..])
                : throw new FormatException("a log group is written logs://LOG_GROUP");
        }
        catch (FormatException wrong)
        {
            throw new AssayException(ExitCode.Usage, $"{path} leads nowhere", wrong.Message);
        }
    }
}
