using System.IO.Enumeration;
using Assay.Calls;
using Assay.Diagnostics;

namespace Assay.Cli.Ingesting;

/// <summary>Files, folders and globs of this machine, each file once and in order of its path.</summary>
internal static class LocalFiles
{
    /// <exception cref="AssayException">The path leads to nothing.</exception>
    public static IEnumerable<CallFile> Of(string path)
    {
        if (File.Exists(path))
        {
            return [Of(new FileInfo(path))];
        }

        var files = Directory.Exists(path) ? Under(new DirectoryInfo(path)) : Matching(path);
        var found = files.Where(file => LogPath.MayHoldRecords(file.FullName))
            .OrderBy(file => file.FullName, StringComparer.Ordinal).Select(Of).ToList();
        return found.Count > 0 || Directory.Exists(path)
            ? found
            : throw new AssayException(
                ExitCode.NoResult,
                $"{path}: there is no such file or folder",
                "name files, folders, globs or s3:// URIs");
    }

    private static CallFile Of(FileInfo file) => new(file.FullName, file.Length, () => new FileStream(
        file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1));

    private static IEnumerable<FileInfo> Matching(string pattern)
    {
        var wild = pattern.IndexOfAny(['*', '?']);
        if (wild < 0)
        {
            return [];
        }

        // The part without wildcards is a folder; the rest is matched against what lies under it.
        var cut = pattern.LastIndexOf(Path.DirectorySeparatorChar, wild);
        var folder = new DirectoryInfo(cut < 0 ? "." : pattern[..Math.Max(cut, 1)]);
        var rest = pattern[(cut + 1)..];
        return !folder.Exists ? [] : Under(folder).Where(
            file => FileSystemName.MatchesSimpleExpression(
                rest.Replace("**/", "*", StringComparison.Ordinal),
                Path.GetRelativePath(folder.FullName, file.FullName)));
    }

    /// <summary>Links to folders are not followed: they may lead back to where they are.</summary>
    private static FileSystemEnumerable<FileInfo> Under(DirectoryInfo folder) => new(
        folder.FullName,
        (ref FileSystemEntry entry) => new FileInfo(entry.ToFullPath()),
        new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.None,
        })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
    };
}
