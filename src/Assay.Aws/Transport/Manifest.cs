using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Aws.Transport;

/// <summary>
/// What a recording holds beside responses: enough to repeat the scan without a clock or an identity.
/// </summary>
internal sealed record Manifest
{
    public const string FileName = "manifest.json";
    public const string CurrentSchema = "assay.recording/1";

    public string Schema { get; init; } = CurrentSchema;

    /// <summary>The version of Assay that recorded.</summary>
    public required string Assay { get; init; }

    /// <summary>The clock of the scan.</summary>
    public required DateTimeOffset Clock { get; init; }

    public required ManifestWindow Window { get; init; }

    /// <summary>The configured Region.</summary>
    public required string Home { get; init; }

    /// <summary>The account whose credentials scanned.</summary>
    public required string Caller { get; init; }

    /// <summary>Accounts that were read.</summary>
    public required IReadOnlyList<ManifestAccount> Accounts { get; init; }

    /// <summary>Regions that were read.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    public required ManifestFlags Flags { get; init; }

    /// <summary>Roles that were tried, and why one was refused.</summary>
    public required IReadOnlyList<ManifestRole> Roles { get; init; }

    public required IReadOnlyList<ManifestFile> Files { get; init; }
}

internal sealed record ManifestWindow(DateTimeOffset From, DateTimeOffset To);

internal sealed record ManifestAccount(string Id, string? Name);

/// <summary>
/// What the scan was asked to do. The external id is left out: it is half a secret and no replay needs it.
/// </summary>
/// <param name="Minutes">Left out by scans that did not ask for them.</param>
internal sealed record ManifestFlags(
    IReadOnlyList<string> Regions, IReadOnlyList<string> Roles, string? OrganizationRole, bool Bill,
    bool? Minutes = null);

internal sealed record ManifestRole(string Account, string Arn, ApiError? Error);

internal sealed record ManifestFile(string Path, string Sha256, long Bytes);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
