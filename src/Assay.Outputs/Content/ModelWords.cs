using Assay.Models;
using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Usage;

namespace Assay.Outputs.Content;

/// <summary>What a row of models is called and where it ran.</summary>
internal static class ModelWords
{
    private const int ArnFields = 6;

    public static string Label(ModelRow row) => row.ModelName ?? row.Model ?? ShortId(row.ModelId);

    /// <summary>The name of a model that anything in the report calls by an id.</summary>
    public static string Label(Report report, string id) =>
        report.Models
            .FirstOrDefault(row => (row.ModelId == id || row.Model == id) && row.ModelName is not null)?.ModelName
        ?? ShortId(id);

    /// <summary>An ARN without its partition, service, Region and account, which stand beside it.</summary>
    public static string ShortId(string id) =>
        id.StartsWith("arn:", StringComparison.Ordinal) && id.Split(':', ArnFields) is [_, _, _, _, _, var resource]
            ? resource
            : id;

    /// <summary>Region, scope and whatever else sets the row apart, shortest first.</summary>
    public static string Where(ModelRow row, bool sayAccount, bool sayId)
    {
        var parts = new List<string> { row.Region };
        Add(parts, row.Scope != RoutingScope.Unknown, Exact.Word(row.Scope));
        Add(parts, row.Tier is not null and not ServiceTier.Standard, row.Tier is { } tier ? Exact.Word(tier) : "");
        Add(parts, row.Endpoint == Endpoint.Mantle, "mantle");
        Add(parts, row.Project is not null, $"project {row.Project}");
        Add(parts, sayAccount, row.Account);
        Add(parts, row.Profile is not null, $"profile {row.Profile?.Name}");
        Add(parts, sayId && Label(row) != row.ModelId, row.ModelId);
        return string.Join(" · ", parts);
    }

    private static void Add(List<string> parts, bool said, string part)
    {
        if (said)
        {
            parts.Add(part);
        }
    }
}
