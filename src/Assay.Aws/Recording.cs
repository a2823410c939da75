using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Assay.Aws.Transport;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws;

/// <summary>A scan that can be repeated: every response it got, and the clock and window it had.</summary>
public sealed class Recording : IDisposable
{
    private readonly IRecordedFiles source;
    private readonly Dictionary<string, ManifestFile> files;

    private Recording(IRecordedFiles source, Manifest manifest)
    {
        this.source = source;
        Manifest = manifest;
        files = manifest.Files.DistinctBy(file => file.Path).ToDictionary(file => file.Path, StringComparer.Ordinal);
        Request = new ScanRequest(new Window(manifest.Window.From, manifest.Window.To), manifest.Clock)
        {
            Regions = manifest.Flags.Regions,
            Roles = manifest.Flags.Roles,
            OrganizationRole = manifest.Flags.OrganizationRole,
            WithBill = manifest.Flags.Bill,
            WithMinutes = manifest.Flags.Minutes ?? false,
        };
    }

    /// <summary>What the recorded scan was asked to do; its window and clock are the replay's.</summary>
    public ScanRequest Request { get; }

    /// <summary>The version that recorded.</summary>
    public string AssayVersion => Manifest.Assay;

    internal Manifest Manifest { get; }

    /// <param name="directory">What <c>--record</c> was given.</param>
    /// <exception cref="AssayException">It holds no manifest that can be read.</exception>
    public static Recording Open(string directory) => Open(directory, new RecordedDirectory(directory));

    /// <param name="zip">A zip of such a directory; the recording owns it from here on.</param>
    /// <exception cref="AssayException">It holds no manifest that can be read.</exception>
    public static Recording Open(Stream zip)
    {
        const string name = "the zipped recording";
        try
        {
            return Open(name, new RecordedZip(zip));
        }
        catch (InvalidDataException)
        {
            throw NotWhole(name);
        }
    }

    public void Dispose() => source.Dispose();

    internal ApiReply Answer(ApiCall call)
    {
        var path = call.FileName;
        if (!files.TryGetValue(path, out var file))
        {
            return ApiReply.Failed(new ApiError(
                ApiError.NotRecorded, $"the recording has no {path} ({call.Operation})", Status: 0));
        }

        try
        {
            return source.Read(path) is not { } packed ? Damaged(path, "is missing")
                : Convert.ToHexStringLower(SHA256.HashData(packed)) != file.Sha256 ? Damaged(path, "was changed")
                : RecordedReply.Read(Unpack(packed));
        }
        catch (Exception e)
            when (e is IOException or InvalidDataException or JsonException or UnauthorizedAccessException)
        {
            return Damaged(path, "can't be read");
        }
    }

    private static Recording Open(string name, IRecordedFiles source)
    {
        try
        {
            if (source.Read(Manifest.FileName) is { } json
                && JsonSerializer.Deserialize(json, ManifestJson.Default.Manifest) is
                { Schema: Manifest.CurrentSchema, Window: { } window } manifest
                && window.From < window.To)
            {
                return new Recording(source, manifest);
            }
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            // One sentence says it for every reason: without a manifest nothing else can be trusted.
        }

        source.Dispose();
        throw NotWhole(name);
    }

    private static AssayException NotWhole(string name) => new(
        ExitCode.NoResult,
        $"{name} holds no {Manifest.FileName} of schema {Manifest.CurrentSchema}: the recording is not whole",
        "record again with `assay scan --record DIR` and let it end");

    private static ApiReply Damaged(string path, string how) => ApiReply.Failed(
        new ApiError(ApiError.Damaged, $"the recording's file {path} {how}", Status: 0));

    private static byte[] Unpack(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }
}
