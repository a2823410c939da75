using System.Collections;
using System.Reflection;
using Assay.Reports;

namespace Assay.Outputs.Support;

/// <summary>
/// A copy of a report in which every text, in whatever field, is another one. New fields are found by themselves.
/// </summary>
internal static class Poison
{
    /// <summary>What an account can name its things, and a bit more.</summary>
    public static readonly string[] Texts =
    [
        "\e]0;owned\a\e[2J\e[31mred\e[0m\b\u009b31m",
        "line one\nline two\r\nthree\tfour\u2028five\u0085six",
        "| pipe | `tick` ``` <script>alert(1)</script> [link](http://x) *b* _i_ ~s~ @team \\",
        "[red]markup[/] [/] [[ {0} %s",
        "\u202Egnp.exe\u200F\u2066x\u2069\u200B\uFEFF\u00AD",
        "=cmd|' /C calc'!A0,\"quoted\"",
        "  +1+1",
        "lone \ud800 surrogate",
        "👩‍💻 日本語の長い名前 e\u0301",
        "",
        " ",
        "arn:::::",
        new('x', 500),
    ];

    public static Report Everywhere(Report report, string text) => (Report)Copy(report, text)!;

    public static Explanation Everywhere(Explanation explanation, string text) => (Explanation)Copy(explanation, text)!;

    private static object? Copy(object? value, string text) => value switch
    {
        null => null,
        string => text,
        IReadOnlyDictionary<string, string> tags => tags.Take(1).ToDictionary(_ => text, _ => text),
        IEnumerable items => List(items, text),
        _ when value.GetType().GetMethod("<Clone>$") is { } clone => Record(clone.Invoke(value, null)!, text),
        _ => value,
    };

    private static Array List(IEnumerable items, string text)
    {
        var copies = items.Cast<object>().Select(item => Copy(item, text)).ToArray();
        var element = items.GetType().GetInterfaces().First(type =>
            type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GenericTypeArguments[0];
        var list = Array.CreateInstance(element, copies.Length);
        copies.CopyTo(list, 0);
        return list;
    }

    private static object Record(object copy, string text)
    {
        var properties = copy.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var property in properties.Where(property => property.CanWrite))
        {
            property.SetValue(copy, Copy(property.GetValue(copy), text));
        }

        return copy;
    }
}
