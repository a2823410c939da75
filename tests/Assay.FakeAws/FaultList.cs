namespace Assay.FakeAws;

/// <summary>The faults in force; safe to change while calls are being answered.</summary>
public sealed class FaultList
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];

    /// <summary>The rules in force, in the order in which they are tried.</summary>
    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (gate)
            {
                return [.. entries.Select(e => e.Rule)];
            }
        }
    }

    /// <summary>Adds a rule after those already there.</summary>
    public void Add(FaultRule rule)
    {
        lock (gate)
        {
            entries.Add(new Entry(rule));
        }
    }

    /// <summary>Removes every rule.</summary>
    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
        }
    }

    /// <summary>Replaces every rule.</summary>
    public void Set(IEnumerable<FaultRule> rules)
    {
        var fresh = rules.Select(r => new Entry(r)).ToList();
        lock (gate)
        {
            entries.Clear();
            entries.AddRange(fresh);
        }
    }

    /// <summary>
    /// The faults that meet this call: every delay, and the first of another kind. Counts are used up by asking.
    /// </summary>
    internal IReadOnlyList<FaultRule> Take(string service, string operation, string account, string region)
    {
        var taken = new List<FaultRule>();
        lock (gate)
        {
            foreach (var entry in entries)
            {
                if (entry.Meets(service, operation, account, region) && entry.Use())
                {
                    taken.Add(entry.Rule);
                    if (entry.Rule.Kind != FaultKind.Delay)
                    {
                        break;
                    }
                }
            }
        }

        return taken;
    }

    private sealed class Entry(FaultRule rule)
    {
        private int seen;

        public FaultRule Rule => rule;

        public bool Meets(string service, string operation, string account, string region) =>
            Same(rule.Service, service) && Same(rule.Operation, operation)
            && Same(rule.Account, account) && Same(rule.Region, region);

        public bool Use()
        {
            var index = seen++ - rule.After;
            return index >= 0 && (rule.Times is not { } times || index < times);
        }

        private static bool Same(string? wanted, string actual) => wanted is null || wanted == actual;
    }
}
