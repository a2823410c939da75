using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Assay.Diagnostics;

namespace Assay.Aws.Transport;

/// <summary>
/// Writes a recording. Each file is written beside and renamed, and the manifest comes last, so that a scan that was
/// killed leaves a directory that says it is not whole.
/// </summary>
internal sealed class RecordingWriter
{
    private readonly string root;
    private readonly string version;
    private readonly ConcurrentDictionary<string, ManifestFile> files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ManifestRole> roles = new(StringComparer.Ordinal);
    private string caller = "";

    /// <exception cref="AssayException">The directory can't be made, or holds something.</exception>
    public RecordingWriter(string directory, string version)
    {
        this.version = version;
        root = Path.GetFullPath(directory);
        Attempt(() => Directory.CreateDirectory(root));
        if (Directory.EnumerateFileSystemEntries(root).Any())
        {
            throw new AssayException(
                ExitCode.Usage, $"{directory} is not empty", "give --record a new directory, or delete this one");
        }
    }

    public void Caller(string account) => caller = account;

    public void Role(string account, string arn, ApiError? error) =>
        roles[account] = new ManifestRole(account, arn, error);

    public void Response(string path, ReadOnlySpan<byte> content)
    {
        var packed = Pack(content);
        files[path] = new ManifestFile(path, Convert.ToHexStringLower(SHA256.HashData(packed)), packed.Length);
        Attempt(() => Save(Path.Combine(root, path), packed));
    }

    public void Finish(ScanRequest request, string home, ScanReceipt receipt)
    {
        var manifest = new Manifest
        {
            Assay = version,
            Clock = request.Now,
            Window = new ManifestWindow(request.Window.From, request.Window.To),
            Home = home,
            Caller = caller,
            Accounts = [.. receipt.Accounts.Select(account => new ManifestAccount(account.Id, account.Name))],
            Regions = receipt.Regions,
            Flags = new ManifestFlags(
                request.Regions, request.Roles, request.OrganizationRole, request.WithBill,
                request.WithMinutes ? true : null),
            Roles = [.. roles.Values.OrderBy(role => role.Account, StringComparer.Ordinal)],
            Files = [.. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)],
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.Manifest);
        Attempt(() => Save(Path.Combine(root, Manifest.FileName), json));
    }

    /// <summary>Gzip without a time or a system in its header, so that equal responses are equal files.</summary>
    private static byte[] Pack(ReadOnlySpan<byte> content)
    {
        const int systemByte = 9;
        const byte unknownSystem = 255;
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        var packed = buffer.ToArray();
        if (packed.Length > systemByte)
        {
            packed[systemByte] = unknownSystem;
        }

        return packed;
    }

    private static void Save(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = path + ".partial";
        File.WriteAllBytes(beside, content);
        File.Move(beside, path, overwrite: true);
    }

    private void Attempt(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AssayException(
                ExitCode.NoResult, $"the recording in {root} can't be written: {e.Message}",
                "make room or give --record a directory that can be written");
        }
    }
}
