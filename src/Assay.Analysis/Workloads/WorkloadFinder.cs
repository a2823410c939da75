using System.Text;
using System.Text.Json;
using Assay.Analysis.Owners;
using Assay.Analysis.Pricing;
using Assay.Ledgers;
using Assay.Models;
using Assay.Pricing;

namespace Assay.Analysis.Workloads;

/// <summary>
/// Finds the places in somebody's code that make calls, and gives them names that a person knows again. A name is made
/// of caller, model and tools, never of a prompt; where that is not enough, the workloads are numbered in order of
/// their first calls. So the same calls get the same names whatever order they came in and whatever key hashed them.
/// </summary>
public sealed class WorkloadFinder(Ledger ledger, PriceBook book, OwnerRules owners)
{
    private const int ToolsInName = 2;

    /// <summary>
    /// Rebuilds what follows from calls, if calls came since it was rebuilt; and decides which source counts, because
    /// metrics may have come.
    /// </summary>
    public void RunIfNeeded()
    {
        var (count, isDerived) = ledger.Calls;
        if (count > 0 && !isDerived)
        {
            Run();
        }

        if (count > 0)
        {
            ledger.Supersede();
        }
    }

    /// <summary>Rebuilds everything that follows from calls.</summary>
    public void Run()
    {
        ledger.Derive();
        var keys = ledger.WorkloadKeys(owners.TagKeys);
        var resolutions = new Resolutions(book.Catalogue, ledger.Inventory());
        var groups = keys.GroupBy(key =>
        {
            var known = resolutions.Resolve(key.Account, key.Region, key.ModelId) as ModelResolution.Known;
            return new Place(
                key.Account, key.Caller, known?.Model.Id, known?.Model.Name ?? ModelResolver.ShortId(key.ModelId),
                Sorted(key.Tools), key.IsAny, key.Skeleton);
        }).ToList();
        var names = Named([.. groups.Select(group => group.Key)]);
        var ofPlace = new int[keys.Count];
        var workloads = new List<WorkloadRecord>();
        foreach (var (group, (slug, name)) in groups.Zip(names))
        {
            foreach (var key in group)
            {
                ofPlace[key.Place] = workloads.Count;
            }

            var said = group.Select(key => key.Owner).Distinct(StringComparer.Ordinal).ToList();
            workloads.Add(new WorkloadRecord(
                workloads.Count, slug, name, group.Key.Account, group.Key.Caller, group.Key.Model, group.Key.Tools,
                said is [var one] ? one : null));
        }

        ledger.WriteWorkloads(workloads, ofPlace);
    }

    private static IEnumerable<(string Slug, string Name)> Named(IReadOnlyList<Place> places)
    {
        var bases = places.CountBy(place => place.Short, StringComparer.Ordinal).ToDictionary();
        var slugs = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            var name = bases[place.Short] > 1 && ToolWords(place.Tools) is { } tools
                ? $"{place.Short} · {tools}"
                : place.Short;
            var slug = place.Slug;
            var (slugNumber, nameNumber) = (Number(slugs, slug), Number(names, place.Account + name));
            yield return (
                slugNumber == 1 ? slug : $"{slug}/{slugNumber}",
                nameNumber == 1 ? name : $"{name} #{nameNumber}");
        }
    }

    private static int Number(Dictionary<string, int> seen, string text) =>
        seen[text] = seen.GetValueOrDefault(text) + 1;

    /// <summary>Tools in another order are the same tools.</summary>
    private static string? Sorted(string? json) => json is null ? null : "["
        + string.Join(',', NamesIn(json).Order(StringComparer.Ordinal)
            .Select(name => $"\"{JsonEncodedText.Encode(name)}\""))
        + "]";

    private static List<string> NamesIn(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(each => each.GetString()!)];
    }

    private static string? ToolWords(string? json)
    {
        if (json is null)
        {
            return null;
        }

        var names = NamesIn(json);
        var more = names.Count > ToolsInName ? $" +{names.Count - ToolsInName}" : "";
        return names.Count == 0 ? null : string.Join(", ", names.Take(ToolsInName)) + more;
    }

    /// <summary>What makes calls one workload.</summary>
    private sealed record Place(
        string Account, string? Caller, string? Model, string ModelName, string? Tools, bool IsAny, long? Skeleton)
    {
        public string Short => $"{Caller ?? "unknown caller"} · {ModelName}";

        /// <summary>The id of the first such place: account, caller and model in letters that fit a URL.</summary>
        public string Slug => $"{Account}/{Plain(Caller ?? "unknown")}/{Plain(Model ?? ModelName)}";

        private static string Plain(string text)
        {
            var plain = new StringBuilder();
            foreach (var c in text.ToLowerInvariant())
            {
                plain.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '@' ? c : '-');
            }

            return plain.ToString();
        }
    }
}
