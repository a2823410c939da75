using System.Text.RegularExpressions;

namespace Assay.Models;

/// <summary>
/// A model id taken apart by its spelling alone. Accepts what Bedrock accepts as <c>modelId</c> and what CloudWatch
/// and the logs show: ids, profile ids and ARNs (patterns of the Bedrock service model, bedrock.md 1.4).
/// </summary>
/// <param name="Kind"><see cref="ModelIdKind.Unknown"/> where the spelling fits nothing known.</param>
/// <param name="Base">
/// The foundation model's id where the spelling holds one (without profile prefix and context suffix), otherwise null.
/// </param>
/// <param name="Prefix">The profile's prefix: <c>us</c>, <c>eu</c>, <c>global</c>, …; null for other kinds.</param>
/// <param name="Context">The Provisioned Throughput context suffix, as <c>24k</c>; null where there is none.</param>
/// <param name="ResourceId">The last part of an ARN, or a bare resource id; null for plain model ids.</param>
public sealed partial record ModelIdParts(
    ModelIdKind Kind, string? Base, string? Prefix = null, string? Context = null, string? ResourceId = null)
{
    /// <summary>Prefixes of system inference profiles. Others are accepted if a known vendor follows them.</summary>
    private static readonly string[] Prefixes =
        ["us", "us-gov", "eu", "apac", "au", "jp", "ca", "global", "sa", "me", "af", "in", "uk", "kr", "mx"];

    public RoutingScope Scope => Kind switch
    {
        ModelIdKind.Foundation => RoutingScope.InRegion,
        ModelIdKind.SystemProfile => Prefix == "global" ? RoutingScope.Global : RoutingScope.Geo,
        ModelIdKind.Provisioned => RoutingScope.Provisioned,
        _ => RoutingScope.Unknown,
    };

    public static ModelIdParts Parse(string modelId)
    {
        var id = modelId.Trim();
        return id.StartsWith("arn:", StringComparison.Ordinal) ? ParseArn(id) : ParseId(id);
    }

    /// <summary>
    /// What an account's prompts and caches are told apart by: the foundation model, whichever profile is called, or
    /// the id itself where it holds none.
    /// </summary>
    public static string BaseOf(string modelId) => Parse(modelId).Base ?? modelId;

    private static ModelIdParts ParseArn(string arn)
    {
        // arn : partition : service : Region : account : type/rest, and the rest may hold further colons.
        var fields = arn.Split(':', 6);
        if (fields.Length < 6 || fields[5].IndexOf('/', StringComparison.Ordinal) is var slash && slash < 0)
        {
            return new(ModelIdKind.Unknown, Base: null, ResourceId: arn);
        }

        var (type, rest) = (fields[5][..slash], fields[5][(slash + 1)..]);
        var last = rest[(rest.LastIndexOf('/') + 1)..];
        return type switch
        {
            "foundation-model" => ParseId(rest) with { ResourceId = rest },
            "inference-profile" => ParseId(rest) with { ResourceId = rest },
            "application-inference-profile" => new(ModelIdKind.ApplicationProfile, Base: null, ResourceId: last),
            "provisioned-model" => new(ModelIdKind.Provisioned, Base: null, ResourceId: last),
            "custom-model" => CustomModel(rest, last),
            "custom-model-deployment" => new(ModelIdKind.CustomDeployment, Base: null, ResourceId: last),
            "imported-model" => new(ModelIdKind.Imported, Base: null, ResourceId: last),
            "prompt-router" or "default-prompt-router" => new(ModelIdKind.Router, Base: null, ResourceId: last),
            "prompt" => new(ModelIdKind.Prompt, Base: null, ResourceId: last),
            "endpoint" => new(ModelIdKind.SageMakerEndpoint, Base: null, ResourceId: last),
            _ => new(ModelIdKind.Unknown, Base: null, ResourceId: last),
        };
    }

    /// <summary>A custom model's ARN names the model it was made from: <c>custom-model/BASE/ID</c>.</summary>
    private static ModelIdParts CustomModel(string rest, string last)
    {
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var from = slash < 0 ? null : ParseId(rest[..slash]);
        return new(ModelIdKind.CustomModel, from?.Base, Context: from?.Context, ResourceId: last);
    }

    private static ModelIdParts ParseId(string id)
    {
        if (ApplicationProfileId().IsMatch(id))
        {
            return new(ModelIdKind.ApplicationProfile, Base: null, ResourceId: id);
        }

        var dot = id.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && IsPrefix(id[..dot]) && VendorAndModel().IsMatch(id[(dot + 1)..]))
        {
            return WithoutContext(ModelIdKind.SystemProfile, id[(dot + 1)..], id[..dot]);
        }

        return VendorAndModel().IsMatch(id)
            ? WithoutContext(ModelIdKind.Foundation, id, prefix: null)
            : new(ModelIdKind.Unknown, Base: null, ResourceId: id);
    }

    private static bool IsPrefix(string text) => Array.IndexOf(Prefixes, text) >= 0;

    private static ModelIdParts WithoutContext(ModelIdKind kind, string id, string? prefix)
    {
        var match = ContextSuffix().Match(id);
        return match.Success
            ? new(kind, match.Groups["base"].Value, prefix, match.Groups["context"].Value)
            : new(kind, id, prefix);
    }

    [GeneratedRegex("^[a-z0-9]{12}$")]
    private static partial Regex ApplicationProfileId();

    /// <summary>A vendor, a dot, and a model with no slash or space in it.</summary>
    [GeneratedRegex(@"^[a-z][a-z0-9]*\.[A-Za-z0-9][A-Za-z0-9._:-]*$")]
    private static partial Regex VendorAndModel();

    /// <summary><c>:24k</c> after anything, or a bare number after a revision (<c>-v3:0:512</c>).</summary>
    [GeneratedRegex(@"^(?<base>.+?)(?::(?<context>\d+k)|(?<=:\d+):(?<context>\d+|mm))$")]
    private static partial Regex ContextSuffix();
}
