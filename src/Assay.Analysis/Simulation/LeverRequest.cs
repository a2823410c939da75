using System.Globalization;
using Assay.Diagnostics;

namespace Assay.Analysis.Simulation;

/// <summary>A change that was asked for: <c>prompt-caching:mode=ideal,ttl=5m</c>.</summary>
/// <param name="Given">Options as they were written, by name.</param>
public sealed record LeverRequest(string Lever, IReadOnlyDictionary<string, string> Given)
{
    /// <exception cref="AssayException">It can't be read.</exception>
    public static LeverRequest Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var id = colon < 0 ? text : text[..colon];
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        string? last = null;
        foreach (var item in colon < 0 ? [] : text[(colon + 1)..].Split(','))
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                last = item[..equals].Trim();
                given[last] = item[(equals + 1)..].Trim();
            }
            else if (last is not null && item.Length > 0)
            {
                // An item without a name continues the value before it: points=tools,system,last.
                given[last] += "," + item.Trim();
            }
            else
            {
                throw new AssayException(
                    ExitCode.Usage, $"--lever {text} can't be read", "write ID or ID:key=value,key=value");
            }
        }

        return new LeverRequest(id, given);
    }

    /// <summary>The same with another option; one that was given is written over.</summary>
    public LeverRequest With(string name, string value) =>
        this with { Given = new Dictionary<string, string>(Given) { [name] = value } };

    /// <summary>An option's word, or what it is where it is not given.</summary>
    public string Text(string name, string otherwise) => Given.GetValueOrDefault(name, otherwise);

    /// <summary>An option that is one of a few words.</summary>
    /// <exception cref="AssayException">It is another.</exception>
    public string OneOf(string name, params string[] words)
    {
        var value = Text(name, words[0]);
        return words.Contains(value)
            ? value
            : throw Wrong(name, "one of " + string.Join(", ", words));
    }

    /// <summary>An option that is a whole number above zero.</summary>
    public long Whole(string name, long otherwise) => !Given.TryGetValue(name, out var text) ? otherwise
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole > 0 ? whole
        : throw Wrong(name, "a whole number above 0");

    /// <summary>An option from 0 to 1.</summary>
    public decimal Share(string name, decimal otherwise) => Factor(name, otherwise) is >= 0 and <= 1 and var share
        ? share
        : throw Wrong(name, "a share from 0 to 1");

    /// <summary>An option that is a number of at least zero.</summary>
    public decimal Factor(string name, decimal otherwise) => !Given.TryGetValue(name, out var text) ? otherwise
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor)
            && factor < 1_000 ? factor
        : throw Wrong(name, "a number as 1.1");

    /// <exception cref="AssayException">An option was given that the lever does not have.</exception>
    public LeverRequest Only(params string[] names)
    {
        if (Given.Keys.Except(names).FirstOrDefault() is { } unknown)
        {
            throw new AssayException(
                ExitCode.Usage,
                $"{Lever} has no option {unknown}",
                names.Length == 0 ? "it has no options" : "it has: " + string.Join(", ", names));
        }

        return this;
    }

    internal AssayException Wrong(string name, string wanted) =>
        new(ExitCode.Usage, $"{Lever}: {name}={Given.GetValueOrDefault(name)} can't be used", $"write {wanted}");
}
