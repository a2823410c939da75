using System.Text.Json;

namespace Assay.FakeAws;

/// <summary>One AWS account.</summary>
public sealed record Account
{
    /// <summary>Twelve digits.</summary>
    public required string Id { get; init; }

    /// <summary>The account's name in its organization.</summary>
    public string Name { get; init; } = "";

    /// <summary>The root address.</summary>
    public string Email { get; init; } = "";

    /// <summary>ACTIVE, SUSPENDED or PENDING_CLOSURE.</summary>
    public string Status { get; init; } = "ACTIVE";

    /// <summary>Long-lived keys of users in the account.</summary>
    public IReadOnlyList<AccessKey> AccessKeys { get; init; } = [];

    /// <summary>Roles that may be assumed.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>IAM actions that are allowed, with * as wildcard. Absent: everything is.</summary>
    public IReadOnlyList<string>? AllowedActions { get; init; }

    /// <summary>What is in each Region, by Region name.</summary>
    public IReadOnlyDictionary<string, RegionWorld> Regions { get; init; } = new Dictionary<string, RegionWorld>();

    /// <summary>What Cost Explorer knows of the account.</summary>
    public CostAndUsage CostAndUsage { get; init; } = new();

    /// <summary>ReportDefinition objects of the older Cost and Usage Reports.</summary>
    public IReadOnlyList<JsonElement> ReportDefinitions { get; init; } = [];

    /// <summary>ExportReference objects of Data Exports.</summary>
    public IReadOnlyList<JsonElement> Exports { get; init; } = [];

    /// <summary>Keys of the objects in each bucket.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Buckets { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What an object holds, by <c>bucket/key</c>. A key without one is empty.</summary>
    public IReadOnlyDictionary<string, StoredObject> Objects { get; init; } = new Dictionary<string, StoredObject>();

    /// <summary>The Region of a bucket; one that is not here answers in every Region.</summary>
    public IReadOnlyDictionary<string, string> BucketRegions { get; init; } = new Dictionary<string, string>();
}
