using System.Text.Json;

namespace Assay.FakeAws;

/// <summary>Everything the fake answers from: accounts, their Regions, and what is in them.</summary>
public sealed record World
{
    /// <summary>The instant the fake takes for now. Absent: the machine's clock.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>The accounts. Their access keys decide whose data a call sees.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    /// <summary>The organization. Absent: Organizations answers that it is not in use.</summary>
    public Organization? Organization { get; init; }

    /// <summary>Price list by service code; each product is AWS's own JSON object.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> PriceList { get; init; } =
        new Dictionary<string, IReadOnlyList<JsonElement>>();

    /// <summary>Faults the fake starts with.</summary>
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];
}
